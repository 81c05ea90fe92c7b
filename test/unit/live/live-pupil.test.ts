import { describe, expect, it } from 'vitest';
import { type LiveFacts, livePupil } from '../../../server/domain/live-pupil.ts';

const now = new Date('2026-02-01T05:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - 1000 * seconds);
const progress = (more: Partial<NonNullable<LiveFacts['progress']>> = {}) => ({
  state: 'open' as const,
  answered: 10,
  lastSeq: 10,
  lastAnswerAt: ago(5),
  lastItem: 'E1',
  openedAt: ago(600),
  ...more,
});
const at = (more: Partial<LiveFacts>) => livePupil({ consented: true, progress: null, presence: null, ...more }, now);

describe('a pupil in the live room', () => {
  it.each([
    ['absent', {}],
    ['waiting', { consented: false }],
    ['absent', { consented: false, mayCome: true }],
    ['waiting', { consented: false, mayCome: true, presence: { at: ago(5), lastSeq: 0 } }],
    ['ready', { presence: { at: ago(5), lastSeq: 0 } }],
    ['ready', { progress: progress({ answered: 0, lastSeq: 0, lastAnswerAt: null, openedAt: ago(30) }) }],
    ['answering', { progress: progress() }],
    ['stuck', { progress: progress({ lastAnswerAt: ago(200) }), presence: { at: ago(10), lastSeq: 10 } }],
    ['answering', { progress: progress({ lastAnswerAt: ago(200) }), presence: { at: ago(10), lastSeq: 14 } }],
    ['away', { progress: progress({ lastAnswerAt: ago(200) }) }],
    ['absent', { progress: progress({ lastAnswerAt: ago(90_000), openedAt: ago(90_600) }) }],
    ['finished', { progress: progress({ state: 'submitted', lastAnswerAt: ago(90_000) }) }],
    ['finished', { consented: false, progress: progress({ state: 'submitted' }) }],
  ] as const)('is %s', (state, facts) => expect(at(facts).state).toBe(state));

  it('has unsent answers as its device told, or nobody knows', () => {
    expect(at({ progress: progress(), presence: { at: ago(1), lastSeq: 13 } }).unsent).toBe(3);
    expect(at({ progress: progress(), presence: { at: ago(30), lastSeq: 8 } }).unsent).toBe(0);
    expect(at({ progress: progress() }).unsent).toBeNull();
  });

  it('is stuck or away since the last that was heard', () => {
    const stuck = at({ progress: progress({ lastAnswerAt: ago(200) }), presence: { at: ago(10), lastSeq: 10 } });
    expect(stuck.since).toEqual(ago(200));
    expect(at({ progress: progress({ lastAnswerAt: ago(200) }) }).since).toEqual(ago(200));
  });
});
