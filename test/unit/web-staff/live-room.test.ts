import { describe, expect, it } from 'vitest';
import type { LivePupilRow } from '../../../server/contract/live.schema.ts';
import { calledBy } from '../../../web/staff/live/live-words.ts';
import { readEvents, type ServerEvent } from '../../../web/staff/live/read-events.ts';
import { afterEvent, emptyRoom, tallyOf } from '../../../web/staff/live/room-state.ts';

const row = (pid: string, more: Partial<LivePupilRow> = {}): LivePupilRow => ({
  pid,
  name: 'Сәрсенова Айнұр',
  state: 'absent',
  answered: 0,
  of: 50,
  section: null,
  sections: 1,
  unsent: null,
  since: null,
  ...more,
});
const event = (name: string, data: unknown): ServerEvent => ({ event: name, data: JSON.stringify(data) });

/** A body that arrives in pieces of so many bytes, wherever that cuts a letter or an event. */
const inPieces = (text: string, size: number): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
};

describe('a stream of events', () => {
  const text = 'event: room\ndata: {"class":"9Ә"}\n\nevent: beat\ndata: {}\n\nevent: half\nda';
  it.each([1, 2, 3, 7, 1000])('is the same in pieces of %i bytes; what never ended is no event', async (size) => {
    const told: ServerEvent[] = [];
    for await (const one of readEvents(inPieces(text, size))) told.push(one);
    expect(told).toEqual([
      { event: 'room', data: '{"class":"9Ә"}' },
      { event: 'beat', data: '{}' },
    ]);
  });
});

describe('a room', () => {
  it('is what the last event of each pupil said, in the order of the list', () => {
    const room = event('room', { at: '', class: '9А', pupils: [row('a'), row('b'), row('c')] });
    const first = afterEvent(emptyRoom, room, 1);
    const then = afterEvent(first, event('pupil', row('b', { state: 'stuck', unsent: 2 })), 2);
    expect(then.pupils?.map(({ pid, state }) => [pid, state])).toEqual([
      ['a', 'absent'],
      ['b', 'stuck'],
      ['c', 'absent'],
    ]);
    expect(then).toMatchObject({ className: '9А', line: { kind: 'live' }, heardAt: 2 });
    expect(tallyOf(then.pupils ?? [])).toMatchObject({ absent: 2, stuck: 1, unsent: 1 });
  });

  it('takes a beat, an unknown event or an unknown pupil for a sign of life and nothing else', () => {
    const held = afterEvent(emptyRoom, event('room', { at: '', class: '9А', pupils: [row('a')] }), 1);
    for (const one of [event('beat', {}), event('later', { x: 1 }), event('pupil', row('z'))])
      expect(afterEvent(held, one, 5)).toEqual({ ...held, heardAt: 5 });
  });
});

it('a projector shows initials or numbers, never a name', () => {
  expect(calledBy('names', 'Сәрсенова Айнұр', 4)).toBe('Сәрсенова Айнұр');
  expect(calledBy('initials', 'Сәрсенова Айнұр Болатқызы', 4)).toBe('С. А. Б.');
  expect(calledBy('numbers', 'Сәрсенова Айнұр', 4)).toBe('№ 5');
});
