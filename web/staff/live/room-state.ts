import type { LivePupilRow, LiveRoom } from '../../../server/contract/live.schema.ts';
import type { ApiFailure } from '../../offline/failure.ts';
import type { ServerEvent } from './read-events.ts';

/** How the page is joined to the room: `lost` tries again by itself, `refused` does not. */
export type Line =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'lost'; retryAt: number }
  | { kind: 'refused'; failure: ApiFailure };

/** What is known of a class in session: the last good picture stays while the line is gone. */
export type RoomState = {
  line: Line;
  className: string;
  pupils: readonly LivePupilRow[] | null;
  /** When something was last heard, by the page's own clock. */
  heardAt: number | null;
};

export const emptyRoom: RoomState = { line: { kind: 'connecting' }, className: '', pupils: null, heardAt: null };

/** The room after one event. An event of a kind not known yet is only a sign of life. */
export function afterEvent(state: RoomState, { event, data }: ServerEvent, now: number): RoomState {
  const heard: RoomState = { ...state, line: { kind: 'live' }, heardAt: now };
  if (event === 'room') {
    const { class: className, pupils } = readData<LiveRoom>(data);
    return { ...heard, className, pupils };
  }
  if (event !== 'pupil' || state.pupils === null) return heard;
  const row = readData<LivePupilRow>(data);
  return { ...heard, pupils: state.pupils.map((held) => (held.pid === row.pid ? row : held)) };
}

// Our own server's words, made from the contract.
const readData = <Data>(text: string): Data => JSON.parse(text) as Data;

/** Who may need a hand. */
export const needsHand = ({ state }: LivePupilRow): boolean => state === 'stuck' || state === 'away';

export type Tally = Readonly<Record<LivePupilRow['state'] | 'unsent', number>>;

/** How many are doing what, and how many devices hold answers that have not arrived. */
export function tallyOf(pupils: readonly LivePupilRow[]): Tally {
  const count = (state: LivePupilRow['state']): number => pupils.filter((row) => row.state === state).length;
  return {
    absent: count('absent'),
    waiting: count('waiting'),
    ready: count('ready'),
    answering: count('answering'),
    stuck: count('stuck'),
    away: count('away'),
    finished: count('finished'),
    unsent: pupils.filter(({ unsent }) => (unsent ?? 0) > 0).length,
  };
}
