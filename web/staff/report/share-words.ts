import { m } from '../../i18n/generated/messages.js';

/** From which share on a sentence holds; the first that fits is said. */
const sentences: readonly (readonly [from: number, words: () => string])[] = [
  [0.97, m.finding_nearly_all],
  [0.87, m.finding_nine_tenths],
  [0.775, m.finding_four_fifths],
  [0.71, m.finding_three_quarters],
  [0.6, m.finding_two_thirds],
  [0.45, m.finding_half],
  [0.29, m.finding_third],
  [0.2, m.finding_quarter],
  [0.1, m.finding_less_than_fifth],
  [Number.MIN_VALUE, m.finding_less_than_tenth],
];

/** How many have finished, as one would say it aloud. */
export function shareWords(submitted: number, pupils: number): string {
  if (pupils === 0) return m.finding_no_pupils();
  const share = submitted / pupils;
  return (sentences.find(([from]) => share >= from)?.[1] ?? m.finding_none)();
}
