import { categoryProbabilities } from '../irt/category-probabilities.ts';
import { type NormTable, proportionAt, stanineAt, tAt } from '../norm/norm-table.ts';
import type { ScaleScore, ScoredScale } from '../scores.ts';
import type { AdaptiveForm, AdaptiveState } from './adaptive-form.ts';

const NINETY = 1.645;

/**
 * What a scale's score is after an adaptive test: the mean answer over all items of the bank that somebody at the estimated θ is
 * expected to give, with the error of θ carried over by the slope of that expectation.
 * @param norm made of adaptive tests of this scale; without one there is no T: a norm of sums speaks of whole forms.
 * @returns null before the first answer.
 */
export function adaptiveScore(
  form: AdaptiveForm,
  { theta, se, trace }: AdaptiveState,
  norm: NormTable | null,
): ScaleScore | null {
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
    ...placeIn(norm, mean * k),
    anchor: 1 + Math.round(((mean - lowest) / Math.max(1e-9, highest - lowest)) * 4),
  };
}

function placeIn(norm: NormTable | null, raw: number): Pick<ScoredScale, 't' | 'stanine' | 'percentile'> {
  if (norm === null) return { t: null, stanine: null, percentile: null };
  const proportion = proportionAt(norm, raw);
  return { t: tAt(proportion), stanine: stanineAt(proportion), percentile: 100 * proportion };
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
