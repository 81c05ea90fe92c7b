/** What the tabs of one browser tell each other, and what they must not do at the same time. */
export type Tabs = {
  /** One tab at a time: a refresh cookie used twice would end the session. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  tellLeft(): void;
  onLeft(listener: () => void): void;
};

const name = 'ustaz.staff';

export function browserTabs(): Tabs {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  return {
    // Locks need a secure context; a school that tries the service over plain http in its own network has none.
    inTurn: async (work) => (navigator.locks === undefined ? work() : navigator.locks.request(name, work)),
    tellLeft: () => channel?.postMessage('left'),
    onLeft: (listener) => channel?.addEventListener('message', listener),
  };
}
