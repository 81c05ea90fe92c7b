import { describe, expect, it } from 'vitest';
import type { GroupSummary, ReportGroup } from '../../../server/contract/aggregate.schema.ts';
import type { CampaignReport } from '../../../server/contract/campaign.schema.ts';
import { findingsBlock } from '../../../server/report/aggregate/findings.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
type Choice = ReportGroup['choices'][number];

const report = (choices: CampaignReport['choices'] = []): CampaignReport => ({
  campaign: {
    id: 'c',
    region: 'R',
    regionName: words('R'),
    title: words('t'),
    year: 2027,
    instrument: 'kasip-9',
    instrumentVersion: '1.0.0',
    languages: ['kk'],
    opensAt: '2027-01-01T00:00:00.000Z',
    closesAt: '2027-02-01T00:00:00.000Z',
    demo: true,
    state: 'closed',
  },
  release: 1,
  releasedAt: '2027-02-03T00:00:00.000Z',
  k: 10,
  minimumForHistogram: 30,
  scales: ['helping', 'order', 'share'].map((id) => ({
    id,
    name: words(id),
    lowest: id === 'share' ? 0 : 1,
    highest: id === 'share' ? 1 : 5,
  })),
  choices,
  rows: [],
  norm: '',
});

const summary = (scale: string, mean: number, more: Partial<GroupSummary> = {}): GroupSummary => ({
  scale,
  n: 300,
  mean,
  margin: 0.05,
  sd: 0.5,
  median: mean,
  histogram: [60, 60, 60, 60, 60],
  norm: null,
  toRest: null,
  toCountry: null,
  toLastYear: null,
  ...more,
});
const group = (
  kind: ReportGroup['kind'],
  value: string,
  scales: GroupSummary[],
  choices: Choice[] = [],
): ReportGroup => ({
  kind,
  by: kind === 'part' ? 'locality' : '',
  value,
  name: kind === 'part' ? null : words(value),
  year: 2027,
  scales,
  choices,
});
const pointsOf = (...given: Parameters<typeof findingsBlock>): readonly string[] => {
  const block = findingsBlock(...given);
  if (block.kind !== 'points') throw new RangeError('points were expected');
  return block.points;
};

describe('what a report tells a department in words', () => {
  const choices = [
    {
      id: 'invitation',
      name: words('Invitation'),
      classes: [
        { id: 'nothing-to-suggest', name: words('nothing') },
        { id: 'invited-to-talk', name: words('invited') },
      ],
    },
    {
      id: 'field-first',
      name: words('Field'),
      classes: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: words(id) })),
    },
  ];
  const cells: Choice[] = [
    { kind: 'shown', choice: 'invitation', n: 300, counts: [210, 90] },
    { kind: 'shown', choice: 'field-first', n: 280, counts: [null, 20, 110, 90, 50] },
  ];

  it('counts who is invited, and names what is nearest to most, never a hidden count', () => {
    const points = pointsOf(report(choices), [group('region', 'R', [], cells)], 'en');
    expect(points[0]).toBe(
      '90 of the 300 who have finished are invited to talk (30%). It is a reason to talk and no selection.',
    );
    expect(points[1]).toBe('Field: most often «c» (110), «d» (90), «e» (50).');
    expect(points.at(-1)).toContain('measure neither schools nor teachers');
    const hidden: Choice[] = [{ kind: 'shown', choice: 'invitation', n: 300, counts: [null, null] }];
    expect(pointsOf(report(choices), [group('region', 'R', [], hidden)], 'en')).toHaveLength(1);
  });

  it('names the highest mean of answers from 1 to 5, or two that cannot be told apart', () => {
    const clear = group('region', 'R', [summary('order', 3), summary('helping', 3.4), summary('share', 0.9)]);
    expect(pointsOf(report(), [clear], 'en')[0]).toContain('«helping», 3.40 ± 0.05');
    const tied = group('region', 'R', [summary('order', 3.35), summary('helping', 3.4)]);
    expect(pointsOf(report(), [tied], 'en')[0]).toContain('«helping» and «order»; they differ within error');
  });

  it('tells clear differences only: of many comparisons one in twenty is large by chance', () => {
    const region = group('region', 'R', [summary('helping', 3.4)]);
    const beside = (by: number) =>
      summary('helping', 3, { toRest: { by, margin: 0.1, verdict: Math.abs(by) > 0.1 ? 'higher' : 'within-error' } });
    const rural = group('part', 'rural', [beside(0.4)]);
    expect(pointsOf(report(), [region, rural], 'en')[1]).toContain('rural — «helping» higher');
    // Just beyond its own error, among forty others that are not: nothing to tell.
    const many = Array.from({ length: 40 }, (_, at) => group('district', `d${at}`, [beside(at === 0 ? 0.102 : 0.01)]));
    expect(pointsOf(report(), [region, ...many], 'en')[1]).toBe('No groups differ by more than error.');
  });

  it('says that nothing can be said where nothing is told', () => {
    expect(pointsOf(report(choices), [], 'ru')).toEqual([
      'Об ответах пока сказать нельзя: нужно не меньше 30 результатов.',
    ]);
  });
});
