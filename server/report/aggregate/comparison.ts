import type { ComparisonReport, ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport, ReportRow, ReportSlice, ScaleCell } from '../../contract/campaign.schema.ts';
import { type Beside, rangesOf, summaries } from './summaries.ts';

/** The mean of a scale in a norm for one language. */
export type GroupNorm = { scale: string; language: string; mean: number; of: 'campaign' | 'form' };

/** Everything a comparison is made from; nothing of it has not left already. */
export type ComparisonGround = {
  report: CampaignReport;
  /** The country's cells of this year and form, as the sum of what regions' releases tell; null where this region stands alone. */
  country: readonly ScaleCell[] | null;
  /** Latest releases of the same region and form of earlier years, oldest first. */
  earlier: readonly CampaignReport[];
  norms: readonly GroupNorm[];
  nextRelease: Date;
};

/** A region's release beside the country, last year and its own parts. */
export function comparisonOf(ground: ComparisonGround): ComparisonReport {
  const { report, earlier, norms, nextRelease } = ground;
  const region = report.rows.find(({ level }) => level === 'region');
  const { campaign, release, releasedAt, steps = null } = report;
  return {
    campaign,
    release,
    releasedAt,
    nextRelease: nextRelease.toISOString(),
    normOf: norms.find(({ of }) => of === 'campaign')?.of ?? norms[0]?.of ?? null,
    groups: region === undefined ? [] : groupsOf(region, ground),
    trend: [...earlier, report].flatMap((one) => trendOf(one)),
    participation: region?.participation ?? { pupils: 0, consented: 0, started: 0, submitted: 0 },
    steps,
  };
}

function groupsOf(region: ReportRow, ground: ComparisonGround): ReportGroup[] {
  const { report, country, earlier } = ground;
  const { year, regionName } = report.campaign;
  const last = lastYear(earlier, year);
  const before = last?.rows.find(({ level }) => level === 'region');
  const scales = rangesOf(report.scales);
  const group = (
    head: Pick<ReportGroup, 'kind' | 'by' | 'value' | 'name'>,
    { scales: cells, choices = [] }: Pick<ReportRow | ReportSlice, 'scales' | 'choices'>,
    beside: Beside,
  ): ReportGroup => {
    const norm = (scale: string): number | null => normFor(ground.norms, scale, head);
    return { ...head, year, scales: summaries(cells, scales, { ...beside, norm }), choices: [...choices] };
  };
  const none = { by: '', value: '' };
  const inside = { whole: region.scales, country };
  const districts = report.rows.filter(({ level }) => level === 'district');
  return [
    group({ kind: 'region', ...none, name: regionName }, region, { country, before: before?.scales }),
    ...(before === undefined || last === undefined
      ? []
      : [{ ...group({ kind: 'last-year', ...none, name: regionName }, before, {}), year: last.campaign.year }]),
    ...(country === null ? [] : [group({ kind: 'country', ...none, name: null }, { scales: [...country] }, {})]),
    ...districts.map((row) =>
      group({ kind: 'district', by: '', value: row.id, name: row.name }, row, {
        ...inside,
        before: last?.rows.find(({ id }) => id === row.id)?.scales,
      }),
    ),
    ...(report.slices ?? []).map((slice) =>
      group({ kind: 'part', by: slice.by, value: slice.value, name: null }, slice, {
        ...inside,
        before: last?.slices?.find(({ by, value }) => by === slice.by && value === slice.value)?.scales,
      }),
    ),
  ];
}

const lastYear = (earlier: readonly CampaignReport[], year: number): CampaignReport | undefined =>
  earlier.findLast(({ campaign }) => campaign.year === year - 1);

function trendOf(report: CampaignReport): ComparisonReport['trend'] {
  const region = report.rows.find(({ level }) => level === 'region');
  if (region === undefined) return [];
  const { participation, scales } = region;
  const { id: campaign, year } = report.campaign;
  return [
    { year, campaign, release: report.release, participation, scales: summaries(scales, rangesOf(report.scales), {}) },
  ];
}

/**
 * The norm to draw across a group: that of its language, or the only one there is. A group of several languages with a norm
 * each has none: it is not one population. Nor has what is not this campaign's.
 */
function normFor(
  norms: readonly GroupNorm[],
  scale: string,
  { kind, by, value }: Pick<ReportGroup, 'kind' | 'by' | 'value'>,
): number | null {
  if (kind === 'country' || kind === 'last-year') return null;
  const all = norms.filter((norm) => norm.scale === scale);
  const own = by === 'language' ? all.find(({ language }) => language === value) : undefined;
  const [first, ...others] = new Set(all.map(({ mean }) => mean));
  return own?.mean ?? (others.length === 0 ? (first ?? null) : null);
}
