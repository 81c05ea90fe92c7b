import type { GroupSummary } from '../../contract/aggregate.schema.ts';
import type { CampaignReport, ScaleCell } from '../../contract/campaign.schema.ts';
import { differenceOf, marginOf, restOf, type ToldMean } from './difference.ts';
import { groupedMedian } from './grouped-median.ts';

export type Ranges = ReadonlyMap<string, { lowest: number; highest: number }>;
/** What a group stands beside: the region it is a part of, the country, itself a year before. */
export type Beside = {
  whole?: readonly ScaleCell[];
  country?: readonly ScaleCell[] | null;
  before?: readonly ScaleCell[] | undefined;
  norm?: (scale: string) => number | null;
};

export const rangesOf = (scales: CampaignReport['scales']): Ranges =>
  new Map(scales.map(({ id, lowest = 1, highest = 5 }) => [id, { lowest, highest }]));

type Shown = Extract<ScaleCell, { kind: 'shown' }>;

/** What may be said of the scales of a group; those of which nothing is told are left out. */
export function summaries(cells: readonly ScaleCell[], ranges: Ranges, beside: Beside): GroupSummary[] {
  return cells.flatMap((cell): GroupSummary[] => {
    const range = ranges.get(cell.scale);
    // Of a scale of which neither a mean nor a fifth is told there is nothing to show.
    if (cell.kind !== 'shown' || range === undefined || saysNothing(cell)) return [];
    const { scale, n, mean, sd, histogram } = cell;
    const against = (whole: readonly ScaleCell[] | null | undefined): ReturnType<typeof differenceOf> => {
      const other = shownOf(whole, scale);
      const rest = other === undefined ? null : restOf(other, cell);
      return rest === null ? null : differenceOf(cell, rest);
    };
    const before = shownOf(beside.before, scale);
    return [
      {
        scale,
        n,
        mean,
        sd,
        histogram: [...histogram],
        margin: marginOf(cell),
        norm: beside.norm?.(scale) ?? null,
        median: groupedMedian(histogram, n, range),
        toRest: against(beside.whole),
        toCountry: against(beside.country),
        toLastYear: before === undefined ? null : differenceOf(cell, before),
      },
    ];
  });
}

const saysNothing = ({ mean, histogram }: Shown): boolean =>
  mean === null && histogram.every((count) => count === null);

const shownOf = (cells: readonly ScaleCell[] | null | undefined, scale: string): (Shown & ToldMean) | undefined =>
  cells?.find((cell): cell is Shown => cell.kind === 'shown' && cell.scale === scale);
