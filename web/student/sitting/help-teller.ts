const keyOf = (sitting: string): string => `ustaz.help.${sitting}`;

/**
 * Remembers on the device that the pupil had help, and says so to the server until it has heard: at each answer, and when
 * the sitting is opened again. It may arrive after the answers, even after handing in: the server then judges anew.
 */
export function helpTeller(sitting: string, send: () => Promise<unknown>) {
  let isOnItsWay = false;
  const retry = () => {
    if (isOnItsWay || !isWaiting(sitting)) return;
    isOnItsWay = true;
    send()
      .then(() => keep(sitting, false))
      .catch(() => undefined)
      .finally(() => {
        isOnItsWay = false;
      });
  };
  let isTold = false;
  return {
    tell: () => {
      if (isTold) return;
      isTold = true;
      keep(sitting, true);
      retry();
    },
    retry,
  };
}

// Without storage it is told as long as the page lives.
const inMemory = new Set<string>();

function isWaiting(sitting: string): boolean {
  if (inMemory.has(sitting)) return true;
  try {
    return localStorage.getItem(keyOf(sitting)) !== null;
  } catch {
    return false;
  }
}

function keep(sitting: string, isToTell: boolean): void {
  if (isToTell) inMemory.add(sitting);
  else inMemory.delete(sitting);
  try {
    if (isToTell) localStorage.setItem(keyOf(sitting), 'read-aloud');
    else localStorage.removeItem(keyOf(sitting));
  } catch {
    // It stays in memory.
  }
}
