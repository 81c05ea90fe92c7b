import type { ScalePlan, ScoredScale } from '../../../scoring/index.ts';
import { bucketOf, buckets, type ReportSource, toldScales } from './basis.ts';
import type { PictureRow } from './report.ts';

/** The profile's bars, question by question; within one, strongest first. Outside the demo nothing is compared. */
export function pictureRows(source: ReportSource, note: (answered: number, of: number) => string): PictureRow[] {
  const plans = new Map(source.plan.scales.map((scale) => [scale.id, scale]));
  const rows = toldScales(source).flatMap((one) => {
    const plan = plans.get(one.scale);
    if (plan === undefined) return [];
    const { lowEnd, highEnd } = source.text.scales[one.scale] ?? { lowEnd: '', highEnd: '' };
    const row = { name: one.name, lowEnd, highEnd, from: plan.lowest, to: plan.highest, note: '' };
    const place =
      one.kind === 'described'
        ? { ...row, ...bandOf(one.score, plan) }
        : { ...row, ...unscored(note(one.answered, plan.of)) };
    return [{ ...place, bucket: bucketOf(one.group) }];
  });
  return buckets.flatMap((bucket) =>
    rows
      .filter((row) => row.bucket === bucket)
      .sort((a, b) => standing(b) - standing(a))
      .map(({ bucket: _bucket, ...row }) => row),
  );
}

const unscored = (note: string) => ({ mean: null, low: null, high: null, dot: false, note });

/**
 * The mean with its error. Where the error is not known yet, the answer nearest to the mean as a band, and no dot: a dot
 * would look exact.
 */
export function bandOf(
  { mean, low, high, anchor }: Pick<ScoredScale, 'mean' | 'low' | 'high' | 'anchor'>,
  { lowest, highest }: Pick<ScalePlan, 'lowest' | 'highest'>,
): { mean: number; low: number; high: number; dot: boolean } {
  if (low !== null && high !== null) return { mean, low, high, dot: true };
  const step = (highest - lowest) / 4;
  const nearest = lowest + (anchor - 1) * step;
  return {
    mean: nearest,
    low: Math.max(lowest, nearest - step / 2),
    high: Math.min(highest, nearest + step / 2),
    dot: false,
  };
}

const standing = ({ mean, from, to }: PictureRow): number =>
  mean === null ? Number.NEGATIVE_INFINITY : (mean - from) / (to - from);
