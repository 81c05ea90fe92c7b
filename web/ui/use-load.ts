import { useEffect, useState } from 'preact/hooks';
import { type ApiFailure, asFailure } from '../offline/failure.ts';

export type Load<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; failure: ApiFailure; retry: () => void };

/**
 * Loads what `key` names (an address, say) and loads anew when the key changes. A reply that comes after the key
 * has changed is dropped: what is given always belongs to the present key.
 */
export function useLoad<T>(key: string, load: () => Promise<T>): Load<T> {
  const [held, setHeld] = useState<{ key: string; load: Load<T> }>({ key, load: { state: 'loading' } });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const hold = (next: Load<T>) => {
      if (isWanted) setHeld({ key, load: next });
    };
    hold({ state: 'loading' });
    load().then(
      (value) => hold({ state: 'ready', value }),
      (thrown: unknown) => hold({ state: 'failed', failure: asFailure(thrown), retry: () => setAttempt((n) => n + 1) }),
    );
    return () => {
      isWanted = false;
    };
  }, [key, attempt]);
  return held.key === key ? held.load : { state: 'loading' };
}
