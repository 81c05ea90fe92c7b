import { Problem } from './domain/problem.ts';

type Tries = { failures: number; until: number };

/** Free tries before waiting begins, then 1, 2, 4 … seconds, at most 5 minutes; forgotten after an hour. */
const free = 5;
const longestMs = 300_000;
const forgetMs = 3_600_000;
const mostKeys = 50_000;

export type Throttle = ReturnType<typeof throttle>;

/**
 * Slows guessing per account, never per address: a class of thirty stands behind one router.
 * For codes there is no account to name, so failures are counted for the whole service; a right code always passes.
 */
export function throttle() {
  const tries = new Map<string, Tries>();

  return {
    /** Throws `too-many-tries` while the key has to wait. */
    check(key: string, now: Date): void {
      const known = tries.get(key);
      if (known === undefined || known.until <= now.getTime()) return;
      throw new Problem('too-many-tries', { retryAfterS: Math.ceil((known.until - now.getTime()) / 1000) });
    },
    failed(key: string, now: Date, freeTries: number = free): void {
      const known = tries.get(key);
      const failures = (known !== undefined && known.until + forgetMs > now.getTime() ? known.failures : 0) + 1;
      const waitMs =
        failures <= freeTries ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(20, failures - freeTries - 1));
      if (tries.size >= mostKeys) tries.delete(tries.keys().next().value ?? key);
      tries.set(key, { failures, until: now.getTime() + waitMs });
    },
    succeeded(key: string): void {
      tries.delete(key);
    },
  };
}

/** Wrong codes a minute the whole service answers in full; beyond it they are told to wait. A right code is never held up. */
const wrongCodesAMinute = 600;

export type WrongCodes = ReturnType<typeof wrongCodes>;

/** Counts wrong codes per minute; throws `too-many-tries` once there are too many. */
export function wrongCodes() {
  let minute = 0;
  let seen = 0;
  return (now: Date): void => {
    const current = Math.floor(now.getTime() / 60_000);
    seen = current === minute ? seen + 1 : 1;
    minute = current;
    if (seen > wrongCodesAMinute) throw new Problem('too-many-tries', { retryAfterS: 60 });
  };
}
