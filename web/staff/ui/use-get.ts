import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import { useStaff } from '../session/staff-context.ts';

/** What is known of one resource: the last good reply stays on the screen while it is asked for again. */
export type Got<T> = {
  value: T | null;
  failure: ApiFailure | null;
  isLoading: boolean;
  reload: () => void;
};

type Held<T> = { path: string | null; value: T | null; failure: ApiFailure | null; isLoading: boolean };

/** GETs `path` and again when it changes or `reload` is called; null: nothing to ask for yet. The caller names the type. */
export function useGet<T>(path: string | null): Got<T> {
  const { api } = useStaff();
  const [held, setHeld] = useState<Held<T>>(() => nothing(path));
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (path === null) return;
    let isWanted = true;
    const hold = (change: (former: Held<T>) => Held<T>) => {
      if (isWanted) setHeld((former) => change(former.path === path ? former : nothing(path)));
    };
    hold((former) => ({ ...former, isLoading: true }));
    api.get<T>(path).then(
      (value) => hold(() => ({ path, value, failure: null, isLoading: false })),
      (thrown: unknown) => hold((former) => ({ ...former, failure: asFailure(thrown), isLoading: false })),
    );
    return () => {
      isWanted = false;
    };
  }, [path, attempt]);
  const reload = useCallback(() => setAttempt((times) => times + 1), []);
  const { value, failure, isLoading } = held.path === path ? held : nothing<T>(path);
  return { value, failure, isLoading, reload };
}

const nothing = <T>(path: string | null): Held<T> => ({ path, value: null, failure: null, isLoading: path !== null });
