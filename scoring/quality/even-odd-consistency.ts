import { correlation } from '../math/moments.ts';

const MIN_SCALES = 5;

/** Mean of the answered items at every second place, from `first` on; null when none was answered. */
function halfMean(answers: ArrayLike<number>, items: readonly number[], first: 0 | 1): number | null {
  const half = items.filter((_, i) => i % 2 === first).map((item) => answers[item] ?? Number.NaN);
  const given = half.filter((x) => !Number.isNaN(x));
  return given.length === 0 ? null : given.reduce((sum, x) => sum + x, 0) / given.length;
}

/**
 * Even–odd consistency: does a person answer both halves of each scale alike? The correlation, over scales, of the mean
 * of the odd with the mean of the even items, stepped up by Spearman–Brown; high is good, below .30 is suspicious.
 *
 * Answers must be keyed (reversed where the key says so). The step-up explodes near −1 and is clipped there. The sign is
 * the natural one: package `careless` from 1.2.0 on returns its negative.
 * Source: Jackson 1976; Meade & Craig 2012, Psychol. Methods 17, 437–455.
 * @param answers one person's keyed answers, NaN where missing. @param scales columns of each scale, in order.
 * @returns null with fewer than five usable scales, or when a half does not vary between scales.
 */
export function evenOddConsistency(answers: ArrayLike<number>, scales: readonly (readonly number[])[]): number | null {
  const odd: number[] = [];
  const even: number[] = [];
  for (const items of scales) {
    const [a, b] = [halfMean(answers, items, 0), halfMean(answers, items, 1)];
    if (a === null || b === null) continue;
    odd.push(a);
    even.push(b);
  }
  const r = odd.length < MIN_SCALES ? null : correlation(odd, even);
  if (r === null) return null;
  return r <= -1 / 3 ? -1 : (2 * r) / (1 + r);
}
