import { adaptiveSettings } from '../../scoring/adaptive/adaptive-settings.ts';
import { type AdaptiveStudy, adaptiveStudy, type Recovery } from '../../scoring/adaptive/adaptive-study.ts';
import { isLargeEnough } from '../../scoring/adaptive/fixed-form.ts';
import { type BankItem, type ItemBank, itemBank } from '../../scoring/adaptive/item-bank.ts';
import { createRandom } from '../../scoring/math/random.ts';

const PERSONS = 500;

/** A bank of five-category items as a rating-scale pool has them, or of right/wrong items. */
function bankOf(size: number, model: 'graded' | 'dichotomous'): ItemBank {
  const random = createRandom(size);
  const items = Array.from({ length: size }, (_, i): BankItem => {
    const a = Math.exp(0.2 + 0.35 * random.normal());
    const centre = random.normal() * (model === 'graded' ? 0.7 : 1.1);
    const b = model === 'graded' ? [-1.6, -0.5, 0.5, 1.6].map((step) => centre + step) : [centre];
    return { id: `i${i}`, model, a, b };
  });
  return itemBank(items);
}

const figures = ({ items, rmse, ratio, r }: Recovery): string =>
  `${items.toFixed(0)} | ${rmse.toFixed(3)} | ${ratio.toFixed(2)} | ${r === null ? '' : r.toFixed(3)}`;

function rows(label: string, bank: ItemBank, share: number, study: AdaptiveStudy): string[] {
  const length = Math.round(share * bank.items.length);
  const advice = isLargeEnough(bank, length) ? 'adaptive' : 'fixed form (bank under three times the length)';
  const highest = Math.max(...Object.values(study.exposure)).toFixed(2);
  return [
    `| ${label} | ${Math.round(100 * share)} % | adaptive | ${figures(study.adaptive)} | ${highest} | ${advice} |`,
    `| | | best fixed form | ${figures(study.fixed)} | 1.00 | |`,
  ];
}

/** How much an adaptive test of part of a bank loses against the whole bank, beside the best fixed form of its length. */
export function adaptiveReport(): string[] {
  const plans = [
    { label: '60 graded items', bank: bankOf(60, 'graded') },
    { label: '24 graded items', bank: bankOf(24, 'graded') },
    { label: '90 right/wrong items', bank: bankOf(90, 'dichotomous') },
  ];
  const lines = plans.flatMap(({ label, bank }) =>
    [0.3, 0.5, 0.7].flatMap((share) => {
      const length = Math.round(share * bank.items.length);
      const settings = adaptiveSettings({ seed: 7, minItems: length, maxItems: length, targetSe: null });
      return rows(label, bank, share, adaptiveStudy(bank, settings, { persons: PERSONS, seed: 2026 }));
    }),
  );
  return [
    '### Adaptive testing: what part of a bank is worth',
    '',
    `${PERSONS} simulated persons, θ ~ N(0, 1), who answer every item once; all three ways see the same answers. The first items are drawn from the best five, four, three and two. «Ratio» is the error over that of the whole bank, r the correlation with its estimate, «exposure» the share of persons who met the most used item.`,
    '',
    '| bank | part | way | items | RMSE | ratio | r | exposure | what to give |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ];
}
