/**
 * A calibrated item: how likely each answer is at each level θ of the trait. Logistic, D = 1.
 *
 * - `dichotomous`: P(1) = lower + (upper − lower)·σ(a(θ − b₁)); without asymptotes the two-parameter model.
 * - `graded` (Samejima 1969): P(X ≥ k) = σ(a(θ − b_k)); thresholds rise (fall where a is negative).
 * - `partial-credit` (generalised, Muraki 1992): P(k) ∝ exp Σ_{v≤k} a(θ − b_v); steps may come in any order.
 */
export interface IrtItem {
  readonly model: 'dichotomous' | 'graded' | 'partial-credit';
  /** Discrimination. */
  readonly a: number;
  /** Difficulty, thresholds or steps: one fewer than categories. */
  readonly b: readonly number[];
  /** Chance of a right answer by guessing, and ceiling; dichotomous items only, 0 and 1 unless told. */
  readonly lower?: number;
  readonly upper?: number;
}

export const categoryCount = (item: IrtItem): number => item.b.length + 1;

const isOrdered = ({ a, b }: IrtItem): boolean =>
  b.every((value, i) => i === 0 || (a >= 0 ? value >= (b[i - 1] ?? value) : value <= (b[i - 1] ?? value)));

/** @throws RangeError when the parameters do not describe a response function. */
export function assertIrtItem(item: IrtItem): void {
  const { model, a, b, lower = 0, upper = 1 } = item;
  if (!Number.isFinite(a) || b.length === 0 || !b.every(Number.isFinite)) {
    throw new RangeError('an item needs a finite slope and at least one finite threshold');
  }
  if (model === 'dichotomous' && b.length !== 1) throw new RangeError('a dichotomous item has one difficulty');
  if (model === 'graded' && !isOrdered(item)) throw new RangeError('the thresholds of a graded item are in order');
  if (model !== 'dichotomous' && (lower !== 0 || upper !== 1)) {
    throw new RangeError('only dichotomous items have asymptotes');
  }
  if (!(lower >= 0 && lower < upper && upper <= 1)) throw new RangeError('asymptotes satisfy 0 <= lower < upper <= 1');
}
