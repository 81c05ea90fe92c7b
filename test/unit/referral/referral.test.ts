import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../server/domain/allocation/allocate.ts';
import type { Candidate, Pool } from '../../../server/domain/allocation/types.ts';
import { type ReferralEvent, refusalOf, stateOf } from '../../../server/domain/referral/history.ts';
import { needsTable, shareAny } from '../../../server/domain/referral/needs-table.ts';
import {
  conditionProblems,
  meets,
  type SponsorConditions,
} from '../../../server/domain/referral/sponsor-conditions.ts';
import {
  holdsSeat,
  mayStep,
  type ReferralParty,
  referralStatuses,
  referralSteps,
} from '../../../server/domain/referral/status.ts';
import { movesAfter } from '../../../server/domain/referral/waiting-list.ts';

const day = (number: number): Date => new Date(Date.UTC(2027, 0, number));
const event = (
  to: ReferralEvent['to'],
  by: ReferralParty,
  at: Date,
  more: Partial<ReferralEvent> = {},
): ReferralEvent => ({
  to,
  by,
  who: by,
  at,
  reason: null,
  answerBy: null,
  ...more,
});
const drafted = event('drafted', 'department', day(1));
const offered = event('offered', 'department', day(2), { answerBy: day(10) });

describe('a referral', () => {
  it('lets only the family answer an offer, and only in time', () => {
    const history = [drafted, offered];
    expect(refusalOf(history, event('accepted', 'pupil', day(9)))).toBeNull();
    expect(refusalOf(history, event('accepted', 'department', day(9)))).toBe('not-a-step');
    expect(refusalOf(history, event('accepted', 'pupil', day(11)))).toBe('not-a-step');
    expect(stateOf(history, day(11))?.status).toBe('expired');
    expect(refusalOf(history, event('expired', 'clock', day(11)))).toBeNull();
    expect(refusalOf(history, event('expired', 'clock', day(9)))).toBeNull();
  });

  it('asks for a reason to revoke and a date to offer', () => {
    expect(refusalOf([drafted], event('revoked', 'department', day(2)))).toBe('reason-missing');
    expect(refusalOf([drafted], event('revoked', 'department', day(2), { reason: 'the place was closed' }))).toBeNull();
    expect(refusalOf([drafted], event('offered', 'department', day(2)))).toBe('deadline-missing');
  });

  it('can be taken back by the family at any time before enrolment, and by nobody after', () => {
    for (const from of referralStatuses) {
      const open = from === 'drafted' || from === 'offered' || from === 'accepted';
      expect(mayStep(from, 'revoked', 'guardian')).toBe(open);
      expect(mayStep(from, 'revoked', 'department')).toBe(open);
    }
  });

  it('has no step out of an end, and every status can be reached', () => {
    const ends = ['declined', 'expired', 'revoked', 'left'];
    for (const end of ends) expect(referralSteps.some(({ from }) => from === end)).toBe(false);
    for (const end of ends) expect(holdsSeat(referralStatuses.find((one) => one === end) ?? 'left')).toBe(false);
    const reached = new Set(['drafted', ...referralSteps.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...referralStatuses].sort());
  });
});

describe('the waiting list', () => {
  const pools: fc.Arbitrary<Pool> = fc
    .array(fc.shuffledSubarray(['p', 'q', 'r'], { minLength: 1 }), { minLength: 1, maxLength: 9 })
    .map((wishes) => ({
      lotterySeed: 'x',
      places: ['p', 'q', 'r'].map((id) => ({ id, quota: 2, reserved: [] })),
      candidates: wishes.map((own, index): Candidate => ({ id: `c${index}`, wishes: own, classes: {}, reserves: [] })),
    }));

  it('only ever moves people up', () => {
    fc.assert(
      fc.property(pools, fc.nat(), (pool, who) => {
        const before = allocate(pool);
        const gone = pool.candidates[who % pool.candidates.length]?.id ?? '';
        for (const { candidate, from, to } of movesAfter(pool, before, new Set([gone]))) {
          const wishes = pool.candidates.find(({ id }) => id === candidate)?.wishes ?? [];
          expect(candidate).not.toBe(gone);
          expect(from === null || wishes.indexOf(to) < wishes.indexOf(from)).toBe(true);
        }
      }),
    );
  });
});

describe('sponsors and needs', () => {
  const free: SponsorConditions = {
    regions: [],
    districts: [],
    subjects: [],
    teachingLanguages: [],
    locality: null,
    serviceYears: 3,
  };
  const known = {
    regions: new Set(['KZ-61']),
    districts: new Map([
      ['d1', 'KZ-61'],
      ['d2', 'KZ-10'],
    ]),
    subjects: new Set(['physics']),
  };

  it('refuses conditions that name nothing we know, bind too long or leave nobody', () => {
    expect(conditionProblems(free, known)).toEqual([]);
    expect(conditionProblems({ ...free, subjects: ['alchemy'] }, known)).toEqual([
      { field: 'subjects', why: 'unknown-value' },
    ]);
    expect(conditionProblems({ ...free, serviceYears: 6 }, known)).toEqual([
      { field: 'serviceYears', why: 'too-long' },
    ]);
    expect(conditionProblems({ ...free, regions: ['KZ-61'], districts: ['d2'] }, known)).toEqual([
      { field: 'districts', why: 'nobody-left' },
    ]);
  });

  it('matches a place only when every condition holds', () => {
    const place = {
      region: 'KZ-61',
      district: 'd1',
      locality: 'rural',
      subject: 'physics',
      teachingLanguage: 'kk',
    } as const;
    expect(meets(place, free)).toBe(true);
    expect(meets(place, { ...free, locality: 'urban' })).toBe(false);
    expect(meets(place, { ...free, subjects: ['physics'], teachingLanguages: ['ru'] })).toBe(false);
  });

  it('sets needs against seats against money', () => {
    const line = { subject: 'physics', region: 'KZ-61', language: 'kk', year: 2029 } as const;
    const [cell] = needsTable(
      [
        { ...line, count: 8 },
        { ...line, count: 2 },
      ],
      [{ ...line, count: 7 }],
      [{ ...line, count: 4 }],
    );
    expect(cell).toEqual({ ...line, needed: 10, seats: 7, funded: 4, seatsShort: 3, moneyShort: 3 });
  });
});

describe('seats for any region', () => {
  const line = (region: string, count: number) => ({
    subject: 's',
    language: 'kk' as const,
    year: 2027,
    region,
    count,
  });

  it('go to the regions that ask beyond their own, and the rest stays', () => {
    const needs = [line('B', 4), line('A', 3)];
    expect(shareAny(needs, [line('A', 2), line('any', 4)])).toEqual([line('A', 2), line('A', 1), line('B', 3)]);
    expect(shareAny(needs, [line('any', 9)])).toEqual([line('A', 3), line('B', 4), line('any', 2)]);
    expect(shareAny([], [line('any', 1)])).toEqual([line('any', 1)]);
  });
});
