import { expect, it } from 'vitest';
import type { Line } from '../../../server/domain/referral/needs-table.ts';
import type { SponsorConditions } from '../../../server/domain/referral/sponsor-conditions.ts';
import { sponsoredLines } from '../../../server/domain/referral/sponsored-lines.ts';

const line = (region: string, subject: string, count: number): Line => ({
  ...{ region, subject, count, language: 'kk' as const, year: 2027 },
});
const anything: SponsorConditions = {
  ...{ regions: [], districts: [], subjects: [], teachingLanguages: [], locality: null, serviceYears: 3 },
};
const paid = (lines: readonly Line[], offers: Parameters<typeof sponsoredLines>[1]): number[] =>
  sponsoredLines(lines, offers).map(({ count }) => count);

it('pays only where a sponsor’s conditions let the money go', () => {
  const lines = [line('KZ-10', 'teach-mathematics', 4), line('KZ-61', 'teach-physics', 3)];
  const only61 = { ...anything, regions: ['KZ-61'] };
  expect(paid(lines, [{ count: 10, conditions: only61 }])).toEqual([0, 3]);
  expect(paid(lines, [{ count: 10, conditions: { ...only61, subjects: ['teach-mathematics'] } }])).toEqual([0, 0]);
  expect(paid([line('any', 'teach-physics', 2)], [{ count: 1, conditions: only61 }])).toEqual([1]);
});

it('lets the offer with fewer choices go first, and never pays a seat twice', () => {
  const lines = [line('KZ-10', 'teach-physics', 2), line('KZ-61', 'teach-physics', 2)];
  const offers = [
    { count: 2, conditions: anything },
    { count: 3, conditions: { ...anything, regions: ['KZ-10'] } },
  ];
  expect(paid(lines, offers)).toEqual([2, 2]);
});
