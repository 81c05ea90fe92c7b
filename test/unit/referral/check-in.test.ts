import { describe, expect, it } from 'vitest';
import { hasCheckIns, isCheckInDue } from '../../../server/domain/referral/check-in.ts';
import type { ReferralEvent } from '../../../server/domain/referral/history.ts';

const day = (offset: number): Date => new Date(Date.UTC(2026, 10, 1) + offset * 86_400_000);
const event = (to: ReferralEvent['to'], at: Date): ReferralEvent => ({
  ...{ to, at, by: 'pupil' as const, who: 'pupil', reason: null, answerBy: null },
});
const accepted = [event('drafted', day(0)), event('offered', day(0)), event('accepted', day(1))];

describe('the yearly look at a wish', () => {
  it('is asked for ten months after the family said yes, and after each look', () => {
    const place = { after: 'grade-11' as const };
    const looked = { events: accepted, place, checkIns: [] as { at: Date }[] };
    expect(isCheckInDue(looked, day(300))).toBe(false);
    expect(isCheckInDue(looked, day(301))).toBe(true);
    expect(isCheckInDue({ ...looked, checkIns: [{ at: day(305) }] }, day(320))).toBe(false);
    expect(isCheckInDue({ ...looked, checkIns: [{ at: day(305) }] }, day(605))).toBe(true);
  });

  it('is nobody’s who goes to a college after grade 9, has not said yes, or is enrolled', () => {
    const later = day(900);
    expect(hasCheckIns({ events: accepted, place: { after: 'grade-9' } }, later)).toBe(false);
    expect(hasCheckIns({ events: accepted.slice(0, 2), place: { after: 'grade-11' } }, later)).toBe(false);
    expect(
      hasCheckIns({ events: [...accepted, event('enrolled', day(600))], place: { after: 'grade-11' } }, later),
    ).toBe(false);
  });
});
