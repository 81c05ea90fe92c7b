import { FIELDS, MEAN, type Plan, scoreInto, toValues } from '../../../scoring/index.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import { toldMean } from '../../domain/rollup/measure.ts';
import { shareOf } from '../../report/measures.ts';
import type { ReplayRow } from './read-rows.ts';

export type Comparison = {
  scale: string;
  file: { n: number; mean: number; sd: number };
  report: { n: number; mean: number | null; sd: number | null } | null;
};

/** The report's region row, scale by scale, beside the same figures computed straight from the file in two passes. */
export function compareWithFile(plan: Plan, rows: readonly ReplayRow[], report: CampaignReport): Comparison[] {
  const region = report.rows.find(({ level }) => level === 'region');
  const means = meansByScale(plan, rows);
  return plan.scales.flatMap((own, index): Comparison[] => {
    const { id } = own;
    // Scales of one motive or of context are not in the report.
    if (!report.scales.some((scale) => scale.id === id)) return [];
    const cell = region?.scales.find(({ scale }) => scale === id);
    const within = own.declared.use === 'groups' ? { within: shareOf(own) } : {};
    return [
      {
        scale: id,
        file: moments((means[index] ?? []).map((mean) => toldMean(mean, within))),
        report: cell?.kind === 'shown' && 'n' in cell ? { n: cell.n, mean: cell.mean, sd: cell.sd } : null,
      },
    ];
  });
}

function meansByScale(plan: Plan, rows: readonly ReplayRow[]): number[][] {
  const means = plan.scales.map((): number[] => []);
  const out = new Float64Array(plan.scales.length * FIELDS);
  for (const { answers } of rows) {
    scoreInto(plan, toValues(plan, answers), out);
    means.forEach((list, index) => {
      const mean = out[index * FIELDS + MEAN] ?? Number.NaN;
      if (!Number.isNaN(mean)) list.push(mean);
    });
  }
  return means;
}

function moments(values: readonly number[]) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}

/** The largest difference in the means and SDs that the report tells; null where a scale is not shown or n differs. */
export function largestDifference(comparisons: readonly Comparison[]): number | null {
  const differences = comparisons.map(({ file, report }) => {
    if (report === null || report.n !== file.n) return null;
    const apart = (told: number | null, own: number): number => (told === null ? 0 : Math.abs(told - own));
    return Math.max(apart(report.mean, file.mean), apart(report.sd, file.sd));
  });
  return differences.reduce<number | null>(
    (worst, one) => (worst === null || one === null ? null : Math.max(worst, one)),
    0,
  );
}

/** How many means and SDs of scales that are shown the report keeps to itself, because with so few pupils they would tell of one. */
export const keptBack = (comparisons: readonly Comparison[]): number =>
  comparisons.reduce(
    (sum, { report }) => sum + (report === null ? 0 : Number(report.mean === null) + Number(report.sd === null)),
    0,
  );
