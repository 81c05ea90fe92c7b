import { backoffMs } from '../../offline/backoff.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import { openReply } from '../session/fetch-file.ts';
import type { Session } from '../session/session.ts';
import { readEvents } from './read-events.ts';
import { afterEvent, emptyRoom, type RoomState } from './room-state.ts';

/** The server gives a sign of life every 10 s; after this much silence the line is taken for dead. */
const silenceMs = 25_000;
/** A stream that ended as it should (its token ran out) is taken up again soon, not at once: a school has many pages. */
const soonMs = 1500;

export type Following = { stop(): void; tryNow(): void };

/** Follows a class in session until stopped, taking the stream up again by itself, ever more patiently while it fails. */
export function followRoom(session: Session, schoolClass: string, onChange: (state: RoomState) => void): Following {
  let state: RoomState = emptyRoom;
  let isStopped = false;
  let hangUp = new AbortController();
  let wake: () => void = () => undefined;
  const become = (next: RoomState): void => {
    state = next;
    if (!isStopped) onChange(state);
  };

  const listen = async (): Promise<void> => {
    hangUp = new AbortController();
    const { signal } = hangUp;
    let timer = setTimeout(() => hangUp.abort(), silenceMs);
    try {
      const path = `/api/classes/${encodeURIComponent(schoolClass)}/live`;
      const { body } = await openReply(session, { method: 'GET', path, signal });
      if (body === null) return;
      for await (const event of readEvents(body)) {
        clearTimeout(timer);
        timer = setTimeout(() => hangUp.abort(), silenceMs);
        become(afterEvent(state, event, Date.now()));
        if (isStopped) return;
      }
    } finally {
      clearTimeout(timer);
    }
  };

  /** Listens once; gives how long to wait before the next time, or null where there is none. */
  const turn = async (attempt: number): Promise<number | null> => {
    const before = state.heardAt;
    try {
      await listen();
    } catch (thrown) {
      // An aborted body throws what is no failure of ours; whatever it is, the line is gone.
      const failure = thrown instanceof DOMException || thrown instanceof TypeError ? null : asFailure(thrown);
      if (failure !== null && isFinal(failure)) {
        become({ ...state, line: { kind: 'refused', failure } });
        return null;
      }
      return backoffMs(attempt + 1, Math.random(), failure?.problem?.retryAfterS ?? 0);
    }
    return state.heardAt === before ? backoffMs(attempt + 1, Math.random()) : soonMs;
  };

  const run = async (): Promise<void> => {
    let attempt = 0;
    while (!isStopped) {
      const heardBefore = state.heardAt;
      const wait = await turn(attempt);
      if (wait === null || isStopped) return;
      attempt = state.heardAt === heardBefore ? attempt + 1 : 0;
      become({ ...state, line: { kind: 'lost', retryAt: Date.now() + wait } });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (!isStopped) become({ ...state, line: { kind: 'connecting' } });
    }
  };

  void run();
  return {
    stop() {
      isStopped = true;
      hangUp.abort();
      wake();
    },
    tryNow: () => wake(),
  };
}

/** Not there, or not for this reader: asking again will not help. */
const isFinal = ({ status }: ApiFailure): boolean => status === 401 || status === 403 || status === 404;
