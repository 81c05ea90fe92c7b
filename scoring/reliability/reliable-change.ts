import { normalCdf } from '../math/normal.ts';

export interface ChangeInput {
  readonly before: number;
  readonly after: number;
  /** Standard deviation of the score in the reference sample. */
  readonly standardDeviation: number;
  readonly reliability: number;
}

export interface ReliableChange {
  /** Change in units of the error of a difference. */
  readonly index: number;
  /** Two-sided probability of so large a change by measurement error alone. */
  readonly p: number;
  /** Whether |index| exceeds 1.96. */
  readonly reliable: boolean;
}

/**
 * Is a change between two sittings more than error of measurement? RCI = Δ / (s·√(2(1 − r))).
 *
 * Source: Jacobson & Truax 1991, J. Consult. Clin. Psychol. 59, 12–19.
 * @returns null when the score has no error (r = 1) or does not vary: the index is then undefined.
 * @throws RangeError when the reliability lies outside [0, 1] or the standard deviation is negative.
 */
export function reliableChange({ before, after, standardDeviation, reliability }: ChangeInput): ReliableChange | null {
  if (!(reliability >= 0 && reliability <= 1) || !(standardDeviation >= 0)) {
    throw new RangeError('reliableChange requires reliability in [0, 1] and a standard deviation >= 0');
  }
  const error = standardDeviation * Math.sqrt(2 * (1 - reliability));
  if (error === 0) return null;
  const index = (after - before) / error;
  return { index, p: 2 * normalCdf(-Math.abs(index)), reliable: Math.abs(index) > 1.96 };
}
