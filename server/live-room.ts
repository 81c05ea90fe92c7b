import type { LivePupilRow, LiveRoom } from './contract/live.schema.ts';
import { type LiveFacts, livePupil, type Presence } from './domain/live-pupil.ts';

/** Everything about the pupils of a class that a live room is made from. */
export type RoomFacts = {
  name: string;
  of: number;
  /** Parts of the form. */
  sections: number;
  pupils: readonly { pid: string; name: string; section: number | null; facts: Omit<LiveFacts, 'presence'> }[];
};

/** `only`: these pupils of the class; all of them where it is null. */
export type ReadRoom = (schoolClass: string, only: readonly string[] | null, now: Date) => Promise<RoomFacts>;

export type Listener = { room(room: LiveRoom): void; pupil(row: LivePupilRow): void; end(): void };

export type LiveRooms = ReturnType<typeof liveRooms>;

type Room = {
  listeners: Set<Listener>;
  rows: Map<string, LivePupilRow>;
  name: string;
  dirty: Set<string>;
  timer: NodeJS.Timeout | null;
  poll: NodeJS.Timeout;
  busy: boolean;
};

/** Changes of one class are gathered this long; other servers' writes and mere silence are seen at the next look. */
const gatherMs = 300;
const lookMs = 5000;
const mostPresences = 100_000;

/**
 * Classes being watched. A write in this process marks its pupil, and the class is read once for all marks and all listeners;
 * a class nobody watches costs nothing. A look every 5 s finds what other processes wrote and who went silent.
 */
export function liveRooms(read: ReadRoom, now: () => Date, log: (error: unknown) => void = () => undefined) {
  const rooms = new Map<string, Room>();
  const roomOf = new Map<string, string>();
  const presences = new Map<string, Presence>();

  const refresh = async (schoolClass: string, room: Room, only: readonly string[] | null): Promise<void> => {
    const at = now();
    const { name, of, sections, pupils } = await read(schoolClass, only, at);
    // Everyone may have left meanwhile.
    if (rooms.get(schoolClass) !== room) return;
    const rows = pupils.map(({ pid, name: pupil, section, facts }) => {
      const told = livePupil({ ...facts, presence: presences.get(pid) ?? null }, at);
      return { pid, name: pupil, of, section, sections, ...told, since: told.since?.toISOString() ?? null };
    });
    for (const { pid } of rows) roomOf.set(pid, schoolClass);
    if (only === null && !sameList(room.rows, rows)) {
      room.name = name;
      room.rows = new Map(rows.map((row) => [row.pid, row]));
      for (const listener of room.listeners) listener.room(snapshot(room, at));
      return;
    }
    for (const row of rows) {
      if (JSON.stringify(room.rows.get(row.pid)) === JSON.stringify(row)) continue;
      room.rows.set(row.pid, row);
      for (const listener of room.listeners) listener.pupil(row);
    }
  };

  /** One reading of a class at a time; a database that is away is tried again at the next look. */
  const look = async (schoolClass: string, room: Room, only: readonly string[] | null): Promise<void> => {
    if (room.busy) return;
    room.busy = true;
    await refresh(schoolClass, room, only).catch(log);
    room.busy = false;
  };

  const mark = (pid: string): void => {
    const schoolClass = roomOf.get(pid);
    const room = schoolClass === undefined ? undefined : rooms.get(schoolClass);
    if (schoolClass === undefined || room === undefined) return;
    room.dirty.add(pid);
    room.timer ??= setTimeout(() => gathered(schoolClass, room), gatherMs);
  };

  const gathered = (schoolClass: string, room: Room): void => {
    room.timer = room.busy ? setTimeout(() => gathered(schoolClass, room), gatherMs) : null;
    if (room.busy) return;
    const pids = [...room.dirty];
    room.dirty.clear();
    void look(schoolClass, room, pids);
  };

  const open = (schoolClass: string): Room => {
    const room: Room = {
      listeners: new Set(),
      rows: new Map(),
      name: '',
      dirty: new Set(),
      timer: null,
      poll: setInterval(() => void look(schoolClass, room, null), lookMs),
      busy: false,
    };
    rooms.set(schoolClass, room);
    return room;
  };

  const close = (schoolClass: string, room: Room): void => {
    clearInterval(room.poll);
    if (room.timer !== null) clearTimeout(room.timer);
    rooms.delete(schoolClass);
    for (const pid of room.rows.keys()) roomOf.delete(pid);
  };

  return {
    /** Something about a pupil was written. */
    changed: mark,
    /** A device told that it is there. */
    heard(pid: string, lastSeq: number): void {
      presences.delete(pid);
      presences.set(pid, { at: now(), lastSeq });
      if (presences.size > mostPresences) presences.delete(presences.keys().next().value ?? pid);
      mark(pid);
    },
    /** Watches a class; what comes back stops watching. Throws where the class cannot be read. */
    async watch(schoolClass: string, listener: Listener): Promise<() => void> {
      const room = rooms.get(schoolClass) ?? open(schoolClass);
      room.listeners.add(listener);
      const leave = (): void => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0 && rooms.get(schoolClass) === room) close(schoolClass, room);
      };
      try {
        // The first reading tells every listener by itself, if there is anyone to tell of.
        const isFirst = room.rows.size === 0;
        if (isFirst) await refresh(schoolClass, room, null);
        if (!isFirst || room.rows.size === 0) listener.room(snapshot(room, now()));
        return leave;
      } catch (error) {
        leave();
        throw error;
      }
    },
    /** Ends every stream, when the service stops. */
    close(): void {
      for (const [schoolClass, room] of rooms) {
        for (const listener of room.listeners) listener.end();
        close(schoolClass, room);
      }
    },
    watched: (): number => rooms.size,
  };
}

const sameList = (held: ReadonlyMap<string, LivePupilRow>, rows: readonly LivePupilRow[]): boolean =>
  held.size === rows.length && rows.every(({ pid, name }) => held.get(pid)?.name === name);

const snapshot = (room: Room, at: Date): LiveRoom => ({
  at: at.toISOString(),
  class: room.name,
  pupils: [...room.rows.values()],
});
