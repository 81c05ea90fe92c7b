import { logistic } from '../math/logistic.ts';
import type { IrtItem } from './irt-item.ts';

/** Probability of one answer at one θ, with its first two derivatives in θ. */
export interface CategoryCurve {
  readonly p: number;
  readonly slope: number;
  readonly curvature: number;
}

function dichotomous({ a, b, lower = 0, upper = 1 }: IrtItem, theta: number): CategoryCurve[] {
  const x = a * (theta - (b[0] ?? 0));
  const [s, t] = [logistic(x), logistic(-x)];
  const range = upper - lower;
  const slope = range * a * s * t;
  const curvature = slope * a * (t - s);
  return [
    { p: 1 - upper + range * t, slope: -slope, curvature: -curvature },
    { p: lower + range * s, slope, curvature },
  ];
}

/** σ(x) − σ(y) for x ≥ y as a product, so that nothing cancels in the tails. */
const between = (x: number, y: number): number => logistic(x) * logistic(-y) * -Math.expm1(y - x);

function graded({ a, b }: IrtItem, theta: number): CategoryCurve[] {
  const at = (k: number): number => (k === 0 ? Infinity : k > b.length ? -Infinity : a * (theta - (b[k - 1] ?? 0)));
  return Array.from({ length: b.length + 1 }, (_, k) => {
    const [x, y] = [at(k), at(k + 1)];
    const p = between(x, y);
    const [fx, fy] = [logistic(x) * logistic(-x), logistic(y) * logistic(-y)];
    const tilt = logistic(-x) - logistic(y);
    const bend = fx * (1 - 2 * logistic(x)) - fy * (1 - 2 * logistic(y));
    return { p, slope: a * p * tilt, curvature: a * a * bend };
  });
}

/** exp(logits) normalised; the largest is taken out first. */
function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const terms = logits.map((x) => Math.exp(x - most));
  const total = terms.reduce((sum, x) => sum + x, 0);
  return terms.map((x) => x / total);
}

function partialCredit({ a, b }: IrtItem, theta: number): CategoryCurve[] {
  const logits = [0];
  for (const step of b) logits.push((logits[logits.length - 1] ?? 0) + a * (theta - step));
  const p = softmax(logits);
  const centre = p.reduce((sum, pk, k) => sum + k * pk, 0);
  const spread = p.reduce((sum, pk, k) => sum + (k - centre) ** 2 * pk, 0);
  return p.map((pk, k) => ({
    p: pk,
    slope: a * pk * (k - centre),
    curvature: a * a * pk * ((k - centre) ** 2 - spread),
  }));
}

/**
 * The chance of each answer to an item at θ, lowest category first, with derivatives; the chances add to one.
 *
 * @example categoryProbabilities({ model: 'dichotomous', a: 1, b: [0] }, 0)[1].p // 0.5
 */
export function categoryProbabilities(item: IrtItem, theta: number): CategoryCurve[] {
  if (item.model === 'dichotomous') return dichotomous(item, theta);
  return item.model === 'graded' ? graded(item, theta) : partialCredit(item, theta);
}

/** exp(a(θ − b₁) + … ) of one category over the sum of all, without the other categories' derivatives. */
function partialCreditShare({ a, b }: IrtItem, answer: number, theta: number): number {
  let [logit, own] = [0, 0];
  for (let k = 1; k <= answer; k += 1) own += a * (theta - (b[k - 1] ?? 0));
  let total = Math.exp(-own);
  for (const step of b) {
    logit += a * (theta - step);
    total += Math.exp(logit - own);
  }
  return 1 / total;
}

/**
 * The chance of one answer to an item at θ: what `categoryProbabilities` gives as p, at a fraction of the cost.
 * @throws RangeError when the item has no such category.
 */
export function answerProbability(item: IrtItem, answer: number, theta: number): number {
  const { model, a, b, lower = 0, upper = 1 } = item;
  if (!(answer >= 0 && answer <= b.length)) throw new RangeError(`no category ${answer} among ${b.length + 1}`);
  if (model === 'partial-credit') return partialCreditShare(item, answer, theta);
  const above = answer === 0 ? Infinity : a * (theta - (b[answer - 1] ?? 0));
  const below = answer === b.length ? -Infinity : a * (theta - (b[answer] ?? 0));
  const p = between(above, below);
  if (model === 'graded') return p;
  return answer === 1 ? lower + (upper - lower) * p : 1 - upper + (upper - lower) * p;
}
