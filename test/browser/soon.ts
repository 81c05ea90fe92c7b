import { expect } from 'vitest';

/** What becomes so within a while: answers travel in batches a second or so after they were given. */
export const soon = <T>(look: () => T, withinMs = 15_000) => expect.poll(look, { timeout: withinMs, interval: 50 });
