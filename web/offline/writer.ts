import { uuid } from './uuid.ts';

/** Who writes a sitting: one tab of a device (Web Locks), one device of all (a lease on the server). */
const deviceName = 'ustaz.device';
/** A tab that is being reloaded gives its lock back within this. */
const reloadMs = 400;

/** This device's id: no secret, tells nothing about it, only that it is the same one. */
export const deviceId: string = keptId();

function keptId(): string {
  const fresh = uuid();
  try {
    const known = localStorage.getItem(deviceName);
    if (known === null) localStorage.setItem(deviceName, fresh);
    return known ?? fresh;
  } catch {
    return fresh;
  }
}

/**
 * Makes this tab the one that writes the sitting. Resolves to what gives it back; to null where another tab writes it and is not
 * to be taken over. `onLost`: another tab took over.
 */
export async function holdTab(sitting: string, takeOver: boolean, onLost: () => void): Promise<(() => void) | null> {
  if (typeof navigator === 'undefined' || navigator.locks === undefined) return () => undefined;
  const held = await requestTab(sitting, takeOver, onLost);
  if (held !== null || takeOver) return held;
  await new Promise((resolve) => setTimeout(resolve, reloadMs));
  return requestTab(sitting, false, onLost);
}

function requestTab(sitting: string, takeOver: boolean, onLost: () => void): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true };
    const work = (lock: Lock | null): Promise<void> | undefined => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      return new Promise((release) => resolve(() => release()));
    };
    navigator.locks.request(`ustaz-sitting-${sitting}`, options, work).catch(onLost);
  });
}

/** Does another tab write it? */
export async function isWrittenElsewhere(sitting: string): Promise<boolean> {
  const release = await holdTab(sitting, false, () => undefined);
  release?.();
  return release === null;
}
