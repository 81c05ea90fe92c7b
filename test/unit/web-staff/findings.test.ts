import { describe, expect, it } from 'vitest';
import { formatNumber, formatShare } from '../../../web/i18n/format.ts';
import { m } from '../../../web/i18n/generated/messages.js';
import { leadOf } from '../../../web/staff/report/lead.ts';
import { highestScales, leanOf, marginOf } from '../../../web/staff/report/scale-figures.ts';
import { shareWords } from '../../../web/staff/report/share-words.ts';
import { report, row } from './report-rows.ts';

const cell = (mean: number | null, sd: number | null, n = 100) => ({
  kind: 'shown' as const,
  scale: 's',
  n,
  mean,
  sd,
  histogram: [null, null, null, null, null],
});
const named = (name: string, mean: number | null, sd: number | null = 0.5) => ({ name, cell: cell(mean, sd) });

describe('what stands out', () => {
  it('gives half the 95 % interval of a mean', () => {
    expect(marginOf(cell(3, 0.5, 100))).toBeCloseTo(0.098);
    expect(marginOf(cell(null, 0.5))).toBeNull();
    expect(marginOf(cell(3, null))).toBeNull();
    expect(marginOf(cell(3, 0, 1))).toBeNull();
  });

  it('leans only where the midpoint lies beyond the error', () => {
    expect([3.2, 3.05, 2.8].map((mean) => leanOf(cell(mean, 0.5), {}))).toEqual(['high', 'middle', 'low']);
    expect(leanOf(cell(null, null), {})).toBe('untold');
    expect([3.6, 3.2].map((mean) => leanOf(cell(mean, null), {}))).toEqual(['high', 'middle']);
  });

  it('names one highest scale, or two that cannot be told apart', () => {
    const namesOf = (...scales: ReturnType<typeof named>[]) => highestScales(scales).map(({ name }) => name);
    expect(namesOf(named('a', 3), named('b', 3.5))).toEqual(['b']);
    expect(namesOf(named('a', 3.4), named('b', 3.5))).toEqual(['b', 'a']);
    expect(namesOf(named('a', null), named('b', 3.5))).toEqual(['b']);
    expect(namesOf()).toEqual([]);
  });
});

describe('how many, in words', () => {
  it.each([
    [100, m.finding_nearly_all],
    [90, m.finding_nine_tenths],
    [80, m.finding_four_fifths],
    [75, m.finding_three_quarters],
    [67, m.finding_two_thirds],
    [50, m.finding_half],
    [33, m.finding_third],
    [25, m.finding_quarter],
    [15, m.finding_less_than_fifth],
    [5, m.finding_less_than_tenth],
    [0, m.finding_none],
  ])('%i of 100', (submitted, words) => expect(shareWords(submitted, 100)).toBe(words()));

  it('does not divide by an empty list', () => expect(shareWords(0, 0)).toBe(m.finding_no_pupils()));
});

describe('the sentences under the headline', () => {
  const participation = (submitted: number) => ({ pupils: 100, consented: 100, started: 100, submitted });

  it('name the district that is behind only where districts really differ', () => {
    const withDistricts = (first: number, second: number) =>
      report({
        rows: [
          row('region', 'R', null),
          row('district', 'D1', 'R', { participation: participation(first) }),
          row('district', 'D2', 'R', { participation: participation(second) }),
        ],
      });
    expect(leadOf(withDistricts(90, 60), 'en')).toContain(
      m.report_lead_behind({ place: 'D2', share: formatShare(0.6) }),
    );
    expect(leadOf(withDistricts(90, 85), 'en').join()).not.toContain('D2');
  });

  it('say from how many results answers are told, where none is', () => {
    expect(leadOf(report({ rows: [row('region', 'R', null)] }), 'en')).toContain(
      m.report_lead_untold({ minimum: '30' }),
    );
  });

  it('tell the highest mean with its error', () => {
    expect(leadOf(report(), 'en')).toContain(
      m.report_lead_highest({ scale: 'openness', mean: formatNumber(3.5, 1), margin: formatNumber(0.2, 1) }),
    );
  });

  it('ask for class lists where there is nobody yet', () => {
    expect(leadOf(report({ rows: [] }), 'en')).toEqual([m.report_no_pupils_next()]);
  });
});
