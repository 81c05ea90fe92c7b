import { fQuantile } from '../math/f-distribution.ts';

/** What the interval rests on: the α found, persons, items, and how sure (0.95 unless told). */
export interface AlphaSample {
  readonly alpha: number;
  readonly persons: number;
  readonly items: number;
  readonly confidence?: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Feldt's interval: between which values the α of the population lies.
 *
 * In words: (1 − α)/(1 − population α) follows an F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom when
 * items are essentially τ-equivalent and normal; both ends of that F, turned round.
 * Source: Feldt 1965, Psychometrika 30, 357–370.
 * @throws RangeError with fewer than two persons or two items.
 * @example alphaInterval({ alpha: 0.8, persons: 100, items: 10 }) // { low: 0.7363, high: 0.8536 }
 */
export function alphaInterval({ alpha, persons, items, confidence = 0.95 }: AlphaSample): Interval {
  if (persons < 2 || items < 2) throw new RangeError('alphaInterval requires two persons and two items');
  const df = { numerator: persons - 1, denominator: (persons - 1) * (items - 1) };
  const tail = (1 - confidence) / 2;
  return { low: 1 - (1 - alpha) * fQuantile(1 - tail, df), high: 1 - (1 - alpha) * fQuantile(tail, df) };
}
