import type { AnswerStore } from './answer-store.ts';
import { backoffMs } from './backoff.ts';
import type { ApiFailure } from './failure.ts';
import { settleSitting, type Uplink } from './settle.ts';

/** What the honest line tells. `waiting` and `refused` count answers of the sitting that is watched. */
export type OutboxState = {
  waiting: number;
  refused: number;
  /** `offline`: the last try did not get through, the next one comes by itself. */
  line: 'clear' | 'sending' | 'offline';
  submission: 'none' | 'asked' | 'confirmed' | 'refused';
};

export type OutboxOptions = {
  store: AnswerStore;
  uplink: Uplink;
  /** Uniform in [0, 1). */
  random?: () => number;
  /** Answers given within this time travel together. */
  gatherMs?: number;
};

export type Outbox = ReturnType<typeof createOutbox>;

/** Sends what the device holds, one request at a time, until the server has all of it. */
export function createOutbox({ store, uplink, random = Math.random, gatherMs = 1200 }: OutboxOptions) {
  const listeners = new Set<(state: OutboxState) => void>();
  let state: OutboxState = { waiting: 0, refused: 0, line: 'clear', submission: 'none' };
  let watched: string | null = null;
  let running: Promise<boolean> | null = null;
  let isAskedAgain = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;

  const tell = async (line: OutboxState['line']) => {
    const counted = watched === null ? { waiting: 0, refused: 0 } : await store.unsent(watched);
    const record = watched === null ? null : await store.find(watched);
    const submission = record?.submission?.state ?? 'none';
    state = { ...counted, submission, line: line === 'clear' && counted.waiting > 0 ? 'sending' : line };
    for (const listener of listeners) listener(state);
  };

  const schedule = (delayMs: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  };

  /** True where everything was sent; false where something has to be tried again, which is then set. */
  const sendAll = async (): Promise<boolean> => {
    let worst: ApiFailure | null = null;
    for (const { sitting } of await store.sittings()) {
      const failure = await settleSitting(store, uplink, sitting, () => tell('sending'));
      worst ??= failure;
      // Without a network the other sittings need not try; a refusal of one is no reason to hold up another.
      if (failure?.kind === 'network') break;
    }
    failures = worst === null ? 0 : failures + 1;
    if (worst !== null) schedule(backoffMs(failures, random(), worst.problem?.retryAfterS));
    await tell(worst === null ? 'clear' : 'offline');
    return worst === null;
  };

  function flush(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (running === null) running = alone(sendAll).finally(ended).then(goOn);
    else isAskedAgain = true;
    return running;
  }

  const ended = () => {
    running = null;
  };
  /** A try under way may have looked at a sitting before what is new was written there: then it is looked at once more. */
  const goOn = (isDone: boolean): Promise<boolean> | boolean => {
    if (!isDone || !isAskedAgain) return isDone;
    isAskedAgain = false;
    return flush();
  };

  return {
    state: () => state,
    /** Calls `listener` at every change; the returned function stops it. */
    watch: (listener: (state: OutboxState) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Whose answers `state` counts; null for nobody's. */
    setWatched: async (sitting: string | null) => {
      watched = sitting;
      await tell(state.line);
    },
    /** There is something new: it goes soon, together with what follows at once. */
    wake: async () => {
      await tell(state.line);
      if (timer === null && running === null) schedule(gatherMs);
      else if (running !== null) void running.then((isDone) => isDone && schedule(gatherMs));
    },
    /** Now, for example because the network is back; joins a try under way, and has it look once more. */
    flush,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

/** One tab at a time where the browser can say so; where it cannot, equal requests from two tabs do no harm. */
async function alone(work: () => Promise<boolean>): Promise<boolean> {
  if (typeof navigator === 'undefined' || navigator.locks === undefined) return work();
  return await navigator.locks.request('ustaz-outbox', work);
}
