import { categoryProbabilities } from '../irt/category-probabilities.ts';
import type { ScaleScore } from '../scores.ts';
import type { AdaptiveForm, AdaptiveState } from './adaptive-form.ts';

const NINETY = 1.645;

/**
 * What a scale's score is after an adaptive test: the mean answer over all items of the bank that somebody at the estimated θ is
 * expected to give, with the error of θ carried over by the slope of that expectation. No T score: a norm of sums speaks of
 * whole forms.
 * @returns null before the first answer.
 */
export function adaptiveScore(form: AdaptiveForm, { theta, se, trace }: AdaptiveState): ScaleScore | null {
  if (theta === null || se === null) return null;
  const k = form.items.length;
  const expected = form.items.map((item) => expectedPoint(item, theta));
  const mean = expected.reduce((sum, { point }) => sum + point, 0) / k;
  const sem = (se * Math.abs(expected.reduce((sum, { slope }) => sum + slope, 0))) / k;
  const all = form.items.map(({ points }) => points);
  const lowest = all.reduce((sum, points) => sum + (points[0] ?? 0), 0) / k;
  const highest = all.reduce((sum, points) => sum + (points.at(-1) ?? 0), 0) / k;
  return {
    kind: 'scored',
    scale: form.scale,
    answered: trace.length,
    of: k,
    raw: mean * k,
    mean,
    sem,
    low: Math.max(lowest, mean - NINETY * sem),
    high: Math.min(highest, mean + NINETY * sem),
    t: null,
    stanine: null,
    percentile: null,
    anchor: 1 + Math.round(((mean - lowest) / Math.max(1e-9, highest - lowest)) * 4),
  };
}

/** Keyed: the point counted from the trait's own end. */
function expectedPoint({ model, a, b, points }: AdaptiveForm['items'][number], theta: number) {
  const curves = categoryProbabilities({ model, a, b }, theta);
  return curves.reduce(
    (sum, { p, slope }, category) => {
      const point = points[category] ?? category;
      return { point: sum.point + p * point, slope: sum.slope + slope * point };
    },
    { point: 0, slope: 0 },
  );
}
