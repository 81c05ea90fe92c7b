import { useEffect, useState } from 'preact/hooks';
import type { Outbox, OutboxState } from '../../offline/outbox.ts';

/** The outbox's state, followed as it changes. */
export function useOutbox(outbox: Outbox): OutboxState {
  const [state, setState] = useState(outbox.state());
  useEffect(() => {
    setState(outbox.state());
    return outbox.watch(setState);
  }, [outbox]);
  return state;
}
