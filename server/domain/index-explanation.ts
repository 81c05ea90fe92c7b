import { assessPropensity, explain, type PropensityPlan, score, tBand } from '../../scoring/index.ts';
import type { Explanation } from '../contract/result.schema.ts';
import { explanationSentences } from './explanation-sentences.ts';
import { type Explained, itemInWords, itemsOf, numberIn } from './explanation-words.ts';
import { answersOf } from './result.ts';

/** From the index down to its last item: what each part brought, what the sum is with its error, and every answer in it. */
export function explainIndex(told: Explained, propensity: PropensityPlan): Explanation {
  const words = explanationSentences[told.language];
  const number = numberIn(told.language);
  const answers = answersOf(told.answers);
  const scores = score(told.plan, answers);
  const { index } = assessPropensity(propensity, scores);
  const place = (scale: string): string => {
    const declared = told.plan.scales.find(({ id }) => id === scale);
    const own = scores.scales.find((one) => one.scale === scale);
    const band = declared === undefined || own?.kind !== 'scored' ? null : tBand(declared, own);
    if (band === null || own?.kind !== 'scored' || own.t === null) return words.noPlace;
    return words.place(number(own.t, 0), number(band.low, 0), number(band.high, 0));
  };
  const counted = propensity.table.parts.filter(({ weight }) => weight > 0);
  const items = new Map(
    counted.flatMap(({ scale }) =>
      itemsOf(explain(told.plan, answers, scale)).map((item) => [item.item, item] as const),
    ),
  );
  const parts = (index?.parts ?? []).map(({ scale, weight, contribution }) =>
    words.part(told.text.scales[scale]?.name ?? scale, number(weight), place(scale), number(contribution)),
  );
  return {
    scale: propensity.table.id,
    name: words.indexName,
    steps:
      index === null
        ? [words.noIndex]
        : [
            ...parts,
            words.index(number(index.t, 0), number(index.trueT, 0), number(index.low, 0), number(index.high, 0)),
          ],
    items: [...items.values()].map((item) => itemInWords(told, item)),
  };
}
