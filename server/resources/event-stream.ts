type Event = { event: string; data: unknown };

/** What an event stream is fed through, and read from. */
export type EventStream = {
  events: AsyncIterable<string>;
  /** Of events with the same key only the newest waits: a slow reader gets the present, not the past. */
  push(event: string, data: unknown, key?: string): void;
  end(): void;
};

/** A stream of server-sent events. `onEnd` runs once, whichever side ends it. */
export function eventStream(onEnd: () => void): EventStream {
  const waiting = new Map<string, Event>();
  let wake: (() => void) | null = null;
  let number = 0;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    onEnd();
    wake?.();
  };
  const take = (): IteratorResult<string> | null => {
    const first = waiting.entries().next().value;
    if (first === undefined) return isOver ? { done: true, value: undefined } : null;
    waiting.delete(first[0]);
    return { done: false, value: `event: ${first[1].event}\ndata: ${JSON.stringify(first[1].data)}\n\n` };
  };
  const next = async (): Promise<IteratorResult<string>> => {
    for (;;) {
      const taken = take();
      if (taken !== null) return taken;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return {
    push(event, data, key) {
      number += 1;
      waiting.set(key ?? `#${number}`, { event, data });
      wake?.();
    },
    end,
    // Not a generator: one that waits for its next event could not be told that the reader has gone.
    events: {
      [Symbol.asyncIterator]: () => ({
        next,
        return: async () => {
          waiting.clear();
          end();
          return { done: true, value: undefined };
        },
      }),
    },
  };
}
