import { logGamma } from '../math/log-gamma.ts';

/** A fourfold table: yes and no in two groups. */
export interface TwoByTwo {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * Fisher's exact test of a fourfold table, two-sided: the probability, with all margins fixed, of every table at most as
 * likely as this one.
 *
 * Source: Fisher 1934; the sum-of-small-probabilities rule is that of R's fisher.test.
 * @throws RangeError unless the cells are whole numbers ≥ 0 and not all zero.
 * @example fisherExact({ a: 30, b: 70, c: 60, d: 80 }) // 0.044
 */
export function fisherExact({ a, b, c, d }: TwoByTwo): number {
  const cells = [a, b, c, d];
  if (!cells.every((x) => Number.isInteger(x) && x >= 0)) throw new RangeError('fisherExact requires counts');
  const [first, second, yes] = [a + b, c + d, a + c];
  if (first + second === 0) throw new RangeError('fisherExact requires at least one person');
  const log = (x: number): number => logChoose(first, x) + logChoose(second, yes - x) - logChoose(first + second, yes);
  const own = log(a);
  let p = 0;
  for (let x = Math.max(0, yes - second); x <= Math.min(first, yes); x += 1)
    if (log(x) <= own + 1e-7) p += Math.exp(log(x));
  return Math.min(1, p);
}
