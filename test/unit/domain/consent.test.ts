import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsentEvent, consentState, isOpen, purposes } from '../../../server/domain/consent.ts';

const now = new Date('2026-05-01T00:00:00Z');
const dayMs = 86_400_000;
const inDays = (days: number): Date => new Date(now.getTime() + days * dayMs);

const event: fc.Arbitrary<ConsentEvent> = fc
  .record({
    purpose: fc.constantFrom(...purposes),
    party: fc.constantFrom('guardian' as const, 'pupil' as const),
    action: fc.constantFrom('given' as const, 'withdrawn' as const, 'expired' as const),
    expires: fc.option(fc.integer({ min: -300, max: 300 })),
  })
  .map(({ expires, ...rest }) => ({
    ...rest,
    pid: 'p',
    wording: 'w-1',
    language: 'kk',
    recordedBy: 'pupil',
    how: 'own-code',
    at: inDays(-300),
    expiresAt: expires === null ? null : inDays(expires),
    signedBy: null,
  }));
const log = fc.array(event, { maxLength: 12 });
const purpose = fc.constantFrom(...purposes);
const party = fc.constantFrom('guardian' as const, 'pupil' as const);
const given = (base: ConsentEvent, days: number | null = null): ConsentEvent => ({
  ...base,
  action: 'given',
  expiresAt: days === null ? null : inDays(days),
});

/** What must hold for every log whatever. */
describe('consent, folded from its log', () => {
  it('is open only while both agree', () => {
    fc.assert(
      fc.property(log, purpose, (events, asked) => {
        const both = (['guardian', 'pupil'] as const).every((who) => consentState(events, asked, who, now) === 'given');
        return isOpen(events, asked, now) === both;
      }),
    );
  });

  it('is never there without someone’s word', () => {
    fc.assert(
      fc.property(
        purpose,
        party,
        (asked, who) => consentState([], asked, who, now) === 'missing' && !isOpen([], asked, now),
      ),
    );
  });

  it('hears the last word: a withdrawal closes whatever came before', () => {
    fc.assert(
      fc.property(
        log,
        event,
        (events, last) => !isOpen([...events, { ...last, action: 'withdrawn' }], last.purpose, now),
      ),
    );
  });

  it('can be given again after any history', () => {
    fc.assert(
      fc.property(
        log,
        event,
        (events, last) => consentState([...events, given(last)], last.purpose, last.party, now) === 'given',
      ),
    );
  });

  it('keeps purposes and parties apart', () => {
    fc.assert(
      fc.property(log, event, purpose, party, (events, added, asked, who) => {
        fc.pre(added.purpose !== asked || added.party !== who);
        return consentState([...events, added], asked, who, now) === consentState(events, asked, who, now);
      }),
    );
  });

  it('runs out by itself, at its instant, and never comes back by waiting', () => {
    fc.assert(
      fc.property(
        log,
        event,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        (events, last, at, later) => {
          const all = [...events, given(last, 10)];
          const state = (days: number) => consentState(all, last.purpose, last.party, inDays(days));
          return (state(at) === 'given') === at < 10 && (state(at) !== 'expired' || state(at + later) === 'expired');
        },
      ),
    );
    const [base] = fc.sample(event, 1);
    if (base === undefined) throw new Error('no sample');
    expect(consentState([given(base, 0)], base.purpose, base.party, now)).toBe('expired');
  });

  it('does not change what it reads', () => {
    fc.assert(
      fc.property(log, purpose, (events, asked) => {
        const before = JSON.stringify(events);
        isOpen(Object.freeze(events), asked, now);
        return JSON.stringify(events) === before;
      }),
    );
  });
});
