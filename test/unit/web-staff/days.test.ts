import { describe, expect, it } from 'vitest';
import { emptyDraft, faultsOf, toNewCampaign } from '../../../web/staff/campaigns/campaign-draft.ts';
import { lastDayOf, todayInKazakhstan, windowOf } from '../../../web/staff/ui/last-day.ts';

describe('days in Kazakhstan', () => {
  it('opens at midnight of UTC+5 and closes at the end of the last day', () => {
    expect(windowOf('2026-03-01', '2026-05-31')).toEqual({
      opensAt: '2026-02-28T19:00:00.000Z',
      closesAt: '2026-05-31T19:00:00.000Z',
    });
  });

  it('tells the last day of the window it made', () => {
    const { closesAt } = windowOf('2026-03-01', '2026-05-31');
    expect(lastDayOf(closesAt)).toBe('2026-05-31T18:59:59.999Z');
  });

  it('knows that the day has begun here before it begins in UTC', () => {
    expect(todayInKazakhstan(new Date('2026-02-28T19:00:00.000Z'))).toBe('2026-03-01');
    expect(todayInKazakhstan(new Date('2026-02-28T18:59:59.000Z'))).toBe('2026-02-28');
  });
});

describe('a campaign being written', () => {
  const draft = { ...emptyDraft('KZ-61', '2026-09-01'), lastDay: '2026-12-01' };

  it('is sent as the wire wants it: instants, trimmed titles, no field of its own', () => {
    const title = { kk: ' Бағдар ', ru: 'Профориентация ', en: ' Guidance' };
    expect(toNewCampaign({ ...draft, title })).toEqual({
      region: 'KZ-61',
      title: { kk: 'Бағдар', ru: 'Профориентация', en: 'Guidance' },
      year: 2026,
      instrument: 'kasip-9',
      languages: ['kk', 'ru'],
      opensAt: '2026-08-31T19:00:00.000Z',
      closesAt: '2026-12-01T19:00:00.000Z',
    });
  });

  it('names what the form itself cannot see', () => {
    expect(faultsOf(draft)).toEqual([]);
    expect(faultsOf({ ...draft, lastDay: '2026-09-01' })).toEqual([]);
    expect(faultsOf({ ...draft, lastDay: '2026-08-31' })).toEqual(['lastDay']);
    expect(faultsOf({ ...draft, region: '', languages: [] })).toEqual(['region', 'languages']);
  });
});
