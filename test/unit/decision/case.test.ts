import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../../server/domain/consent.ts';
import { appealDesk } from '../../../server/domain/decision/appeal-desk.ts';
import { isCandidate } from '../../../server/domain/decision/candidate.ts';
import type { CaseEvent } from '../../../server/domain/decision/case-event.ts';
import { decide } from '../../../server/domain/decision/case-rules.ts';
import { foldCase, openAppeal, standingNow } from '../../../server/domain/decision/fold-case.ts';
import { act, attempts, logOf, today } from './case-events.ts';

/** Rulings of a log, read off its lines: decisions, and answers that changed something. */
const rulingsOf = (events: readonly CaseEvent[]) =>
  events.flatMap((event) => {
    if (event.kind === 'decision') return [{ at: event.seq, by: event.by, standing: event.standing }];
    if (event.kind === 'answer' && event.ruling !== null)
      return [{ at: event.seq, by: event.by, standing: event.ruling.standing }];
    return [];
  });

describe('a case, folded from its log', () => {
  it('stands where the last ruling put it', () =>
    fc.assert(
      fc.property(attempts, (tries) => {
        const events = logOf(tries);
        const last = rulingsOf(events).at(-1);
        expect(foldCase(events).last?.standing).toBe(last?.standing);
        expect(standingNow(foldCase(events), true)).toBe(last?.standing ?? 'not-discussed');
      }),
    ));

  it('is never recommended without the pupil’s wish, nor before anyone talked with them', () =>
    fc.assert(
      fc.property(attempts, (tries) => {
        const events = logOf(tries);
        for (const wish of [false, null]) expect(standingNow(foldCase(events), wish)).not.toBe('recommended');
        const first = rulingsOf(events).find(({ standing }) => standing === 'recommended');
        const talk = events.find(({ kind }) => kind === 'conversation');
        if (first !== undefined) expect(talk?.seq).toBeLessThan(first.at);
        const state = { ...foldCase(events), appeals: [], conflicted: new Set<string>() };
        const wishless = { by: 'zarina', today, wish: null };
        expect(() => decide(state, { standing: 'recommended', plannedOn: null }, wishless)).toThrow('wish-missing');
      }),
    ));

  it('lets an appeal be answered by nobody who decided before, nor by anyone too near', () =>
    fc.assert(
      fc.property(attempts, (tries) => {
        const events = logOf(tries);
        for (const answer of events.filter(({ kind }) => kind === 'answer')) {
          const before = events.filter(({ seq }) => seq < answer.seq);
          expect(rulingsOf(before).map(({ by }) => by)).not.toContain(answer.by);
          expect(before.filter(({ kind }) => kind === 'conflict').map(({ by }) => by)).not.toContain(answer.by);
        }
      }),
    ));

  it('has one open appeal at most, and decides nothing while it waits', () =>
    fc.assert(
      fc.property(attempts, (tries) => {
        let isOpen = false;
        for (const { kind } of logOf(tries)) {
          if (kind === 'appeal') expect(isOpen).toBe(false);
          if (kind === 'decision') expect(isOpen).toBe(false);
          isOpen = kind === 'appeal' || (isOpen && kind !== 'answer');
        }
        expect(openAppeal(foldCase(logOf(tries))) !== null).toBe(isOpen);
      }),
    ));

  it('hears nothing more from someone who declared to be too near', () =>
    fc.assert(
      fc.property(attempts, (tries) => {
        const events = logOf(tries);
        const { conflicted } = foldCase(events);
        for (const by of conflicted) {
          expect(act(events, { do: 'note', by })).toBeNull();
          expect(act(events, { do: 'decide', by, standing: 'not-discussed', wish: true })).toBeNull();
        }
      }),
    ));

  it('sends an appeal to the nearest place that has somebody free', () =>
    fc.assert(
      fc.property(attempts, (tries) => {
        const state = foldCase(logOf(tries));
        const people = { school: ['ayna', 'bota'], department: ['sara'], operator: ['omar'] };
        const { level, people: free } = appealDesk(state, people);
        const isFree = (id: string) => !state.deciders.has(id) && !state.conflicted.has(id);
        expect(free).toEqual(people[level].filter(isFree));
        const expected = people.school.some(isFree)
          ? 'school'
          : people.department.some(isFree)
            ? 'department'
            : 'operator';
        expect(level).toBe(expected);
      }),
    ));

  it('refuses a second conversation without a day to come', () => {
    const state = foldCase([]);
    const acting = { by: 'ayna', today, wish: true };
    for (const plannedOn of [null, '2026-03-01'])
      expect(() => decide(state, { standing: 'second-conversation', plannedOn }, acting)).toThrow('input-invalid');
    expect(decide(state, { standing: 'second-conversation', plannedOn: today }, acting)).toMatchObject({
      plannedOn: today,
    });
  });

  it('rests while the wish is taken back, and holds again with it', () => {
    const events = logOf([
      { do: 'talk', by: 'ayna' },
      { do: 'decide', by: 'ayna', standing: 'recommended', wish: true },
    ]);
    const state = foldCase(events);
    expect([true, false, null, true].map((wish) => standingNow(state, wish))).toEqual([
      'recommended',
      'not-discussed',
      'not-discussed',
      'recommended',
    ]);
  });
});

describe('a candidate', () => {
  const now = new Date('2026-03-02T08:00:00Z');
  const line = (party: 'guardian' | 'pupil', purpose: 'department' | 'assessment', action: 'given' | 'withdrawn') =>
    ({
      ...{ pid: 'p', party, purpose, action, wording: 'w', language: 'kk', recordedBy: party, how: 'own-code' },
      ...{ at: now, expiresAt: null, signedBy: null },
    }) satisfies ConsentEvent;
  const given = [line('guardian', 'department', 'given'), line('pupil', 'department', 'given')];

  it('needs the own wish, the guardian’s consent and the own assent to the department, all three', () => {
    expect(isCandidate(true, given, now)).toBe(true);
    expect(isCandidate(null, given, now)).toBe(false);
    expect(isCandidate(false, given, now)).toBe(false);
    for (const missing of given)
      expect(
        isCandidate(
          true,
          given.filter((event) => event !== missing),
          now,
        ),
      ).toBe(false);
    expect(
      isCandidate(true, [line('guardian', 'assessment', 'given'), line('pupil', 'assessment', 'given')], now),
    ).toBe(false);
  });

  it('is none from the moment either takes it back', () => {
    for (const party of ['guardian', 'pupil'] as const)
      expect(isCandidate(true, [...given, line(party, 'department', 'withdrawn')], now)).toBe(false);
  });
});
