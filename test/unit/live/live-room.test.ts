import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LivePupilRow, LiveRoom } from '../../../server/contract/live.schema.ts';
import { liveRooms, type RoomFacts } from '../../../server/live-room.ts';

const consented = { consented: true, progress: null };

/** A class of thirty that is read from memory, counting the readings. */
function room() {
  const reads: (readonly string[] | null)[] = [];
  const pupils: RoomFacts['pupils'] = Array.from({ length: 30 }, (_, at) => ({
    pid: `p${at}`,
    name: `N${at}`,
    section: null,
    facts: consented,
  }));
  const state = { pupils, fails: false };
  const live = liveRooms(
    async (_class, only) => {
      reads.push(only);
      if (state.fails) throw new Error('away');
      const asked = only === null ? state.pupils : state.pupils.filter(({ pid }) => only.includes(pid));
      return { name: '9А', of: 50, sections: 1, pupils: asked };
    },
    () => new Date(),
  );
  const heard: { rooms: LiveRoom[]; rows: LivePupilRow[]; ended: number } = { rooms: [], rows: [], ended: 0 };
  const listener = () => ({
    room: (one: LiveRoom) => void heard.rooms.push(one),
    pupil: (row: LivePupilRow) => void heard.rows.push(row),
    end: () => {
      heard.ended += 1;
    },
  });
  return { live, reads, state, heard, listener };
}

describe('a live room', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('reads a class once for all who watch and all that changed meanwhile', async () => {
    const { live, reads, heard, listener } = room();
    const leaves = [
      await live.watch('c', listener()),
      await live.watch('c', listener()),
      await live.watch('c', listener()),
    ];
    expect(reads).toEqual([null]);
    for (let round = 0; round < 100; round += 1) live.heard(`p${round % 30}`, round);
    await vi.advanceTimersByTimeAsync(400);
    expect(reads).toHaveLength(2);
    expect(reads[1]).toHaveLength(30);
    expect(heard.rows).toHaveLength(90);
    for (const leave of leaves) leave();
    expect(live.watched()).toBe(0);
    live.heard('p1', 3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reads).toHaveLength(2);
  });

  it('tells only what changed, and the whole list when it is another', async () => {
    const { live, state, heard, listener } = room();
    await live.watch('c', listener());
    await vi.advanceTimersByTimeAsync(5000);
    expect([heard.rooms.length, heard.rows]).toEqual([1, []]);
    state.pupils = state.pupils.slice(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard.rooms.map(({ pupils }) => pupils.length)).toEqual([30, 29]);
    live.close();
    expect([heard.ended, live.watched()]).toEqual([1, 0]);
  });

  it('goes on after a database that was away, but does not open without one', async () => {
    const { live, state, heard, listener } = room();
    await live.watch('c', listener());
    state.fails = true;
    await vi.advanceTimersByTimeAsync(5000);
    state.fails = false;
    live.heard('p2', 1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard.rows.map(({ pid }) => pid)).toContain('p2');
    state.fails = true;
    await expect(live.watch('d', listener())).rejects.toThrow('away');
    expect(live.watched()).toBe(1);
  });
});
