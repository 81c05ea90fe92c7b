import { assessPropensity, explain, type PropensityPlan, score } from '../../scoring/index.ts';
import type { Explanation } from '../contract/result.schema.ts';
import { explanationSentences } from './explanation-sentences.ts';
import { type Explained, itemInWords, itemsOf, numberIn } from './explanation-words.ts';
import { answersOf } from './result.ts';

/** From the index down to its last item: what each part brought, what the sum is with its error, and every answer in it. */
export function explainIndex(told: Explained, propensity: PropensityPlan): Explanation {
  const words = explanationSentences[told.language];
  const number = numberIn(told.language);
  const answers = answersOf(told.answers);
  const { index } = assessPropensity(propensity, score(told.plan, answers));
  const counted = propensity.table.parts.filter(({ weight }) => weight > 0);
  const items = new Map(
    counted.flatMap(({ scale }) =>
      itemsOf(explain(told.plan, answers, scale)).map((item) => [item.item, item] as const),
    ),
  );
  const parts = (index?.parts ?? []).map(({ scale, weight, z, contribution }) =>
    words.part(
      told.text.scales[scale]?.name ?? scale,
      number(weight),
      z === null ? '—' : number(z),
      number(contribution),
    ),
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
