import { useState } from 'preact/hooks';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';

export type Sending = {
  isBusy: boolean;
  failure: ApiFailure | null;
  /** Runs `work` unless one is under way; resolves to true where it succeeded. A failure is held for the page to show. */
  run: (work: () => Promise<void>) => Promise<boolean>;
};

/** One write at a time, with what came of it: a double click sends once. */
export function useSend(): Sending {
  const [state, setState] = useState<{ isBusy: boolean; failure: ApiFailure | null }>({ isBusy: false, failure: null });
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    if (state.isBusy) return false;
    setState({ isBusy: true, failure: null });
    try {
      await work();
      setState({ isBusy: false, failure: null });
      return true;
    } catch (thrown) {
      setState({ isBusy: false, failure: asFailure(thrown) });
      return false;
    }
  };
  return { ...state, run };
}
