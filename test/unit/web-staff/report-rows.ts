import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });

/** A row of a report whose answers are hidden, unless told otherwise. */
export const row = (
  level: ReportRow['level'],
  id: string,
  parent: string | null,
  change: Partial<ReportRow> = {},
): ReportRow => ({
  level,
  id,
  parent,
  name: words(id),
  locality: level === 'school' ? 'rural' : null,
  cluster: null,
  participation: { pupils: 100, consented: 90, started: 80, submitted: 70 },
  scales: [{ kind: 'hidden', scale: 'openness' }],
  ...change,
});

/** A region with one large school, and two small ones shown together. */
export const rows: readonly ReportRow[] = [
  row('region', 'R', null, {
    scales: [{ kind: 'shown', scale: 'openness', n: 70, mean: 3.5, sd: 0.7, histogram: [null, null, 20, 30, 11] }],
  }),
  row('district', 'D', 'R'),
  row('school', 'S1', 'D', {
    scales: [{ kind: 'shown', scale: 'openness', n: 50, mean: null, sd: null, histogram: [10, null, 15, null, null] }],
  }),
  row('school', 'S2', 'D', { cluster: 'C' }),
  row('school', 'S3', 'D', { cluster: 'C' }),
  row('cluster', 'C', 'D'),
];

export const report = (change: Partial<CampaignReport> = {}): CampaignReport => ({
  campaign: {
    id: 'c',
    region: 'R',
    regionName: words('R'),
    title: words('c'),
    year: 2026,
    instrument: 'personality-ipip50',
    instrumentVersion: '1.0.0',
    languages: ['kk'],
    opensAt: '2026-01-01T00:00:00.000Z',
    closesAt: '2026-06-01T00:00:00.000Z',
    demo: true,
    state: 'open',
  },
  release: 1,
  releasedAt: '2026-02-01T00:00:00.000Z',
  k: 10,
  minimumForHistogram: 30,
  scales: [{ id: 'openness', name: words('openness') }],
  rows: [...rows],
  norm: '',
  ...change,
});
