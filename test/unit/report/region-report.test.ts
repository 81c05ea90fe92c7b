import { describe, expect, it } from 'vitest';
import type { ComparisonReport, GroupSummary, ReportGroup } from '../../../server/contract/aggregate.schema.ts';
import type { CampaignReport } from '../../../server/contract/campaign.schema.ts';
import type { Report } from '../../../server/domain/report/report.ts';
import { type Edition, regionReport } from '../../../server/report/aggregate/region-report.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const participation = { pupils: 400, consented: 380, started: 360, submitted: 300 };
const campaign: CampaignReport['campaign'] = {
  id: 'c',
  region: 'KZ-61',
  regionName: words('Region'),
  title: words('t'),
  year: 2027,
  instrument: 'kasip-9',
  instrumentVersion: '1.0.0',
  languages: ['kk'],
  opensAt: '2027-01-01T00:00:00.000Z',
  closesAt: '2027-02-01T00:00:00.000Z',
  demo: false,
  state: 'closed',
};
const ids = ['nature', 'teaching-motives', 'order', 'calm', 'ideas', 'talk'];
const releasedAt = '2027-02-03T00:00:00.000Z';
const row = (level: CampaignReport['rows'][number]['level'], name: string) => ({
  level,
  id: name,
  parent: null,
  locality: null,
  cluster: null,
  name: words(name),
  participation,
  scales: [],
});
const report: CampaignReport = {
  campaign,
  release: 1,
  releasedAt,
  k: 10,
  minimumForHistogram: 30,
  scales: ids.map((id) => ({ id, name: words(id), lowest: 1, highest: 5 })),
  choices: [{ id: 'field', name: words('Field'), classes: ['told', 'hidden'].map((id) => ({ id, name: words(id) })) }],
  rows: [row('region', 'Region'), row('district', 'District'), row('school', 'School 1')],
  norm: '',
};
const summary = (scale: string): GroupSummary => ({
  scale,
  n: 300,
  mean: 3,
  margin: 0.05,
  sd: 0.5,
  median: 3,
  histogram: [60, 60, 60, 60, 60],
  norm: null,
  // Of the six only this one differs from the rest of the region.
  toRest: scale === 'talk' ? { by: 0.4, margin: 0.1, verdict: 'higher' } : null,
  toCountry: null,
  toLastYear: null,
});
const group = (kind: ReportGroup['kind'], name: string): ReportGroup => ({
  kind,
  by: '',
  value: name,
  name: words(name),
  year: 2027,
  scales: ids.map(summary),
  choices: kind === 'region' ? [{ choice: 'field', kind: 'shown', n: 300, counts: [40, null] }] : [],
});
const comparison: ComparisonReport = {
  campaign,
  release: 1,
  releasedAt,
  nextRelease: releasedAt,
  normOf: null,
  groups: [group('region', 'Region'), group('district', 'District')],
  trend: [],
  participation,
  steps: null,
};
const country = {
  asOf: releasedAt,
  demo: false,
  regions: [{ id: 'KZ-61', name: words('Region'), column: 0, row: 0, schools: 1, submitted: 300 }],
};
const made = (edition: Edition): Report => regionReport({ report, comparison, country, edition }, 'en');
const titles = ({ blocks }: Report): string[] => blocks.map(({ title }) => title);

describe('a region on paper', () => {
  it('is short unless asked for whole: what the answers say, who took part, a map, four pictures, how far to trust it', () => {
    expect(titles(made('short'))).toEqual([
      'What the answers say',
      'From the class list to enrolment',
      'The region in the country: pupils who have finished',
      'Participation by district',
      'Field',
      'All scales in brief',
      'talk',
      'teaching-motives',
      'nature',
      'order',
      'How far this can be trusted',
    ]);
    expect(JSON.stringify(made('short'))).not.toContain('School 1');
  });

  it('tells in brief what is told, and counts what is hidden', () => {
    const field = made('short').blocks.find(({ title }) => title === 'Field');
    expect(field).toMatchObject({
      rows: [{ cells: ['told', '40'] }, { cells: ['the others (1), fewer than 10 each', ''] }],
    });
  });

  it('begins whole as it does short, and goes on with an appendix of every school, picture and table', () => {
    const whole = titles(made('whole'));
    const short = titles(made('short'));
    expect(whole.slice(0, short.length)).toEqual(short);
    expect(whole.slice(short.length)).toEqual([
      'Appendix: all figures',
      'Participation by school',
      'Field',
      ...ids,
      ...ids,
    ]);
  });
});
