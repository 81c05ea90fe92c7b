import type { PupilSession } from '../../server/contract/session.schema.ts';
import type { Screen } from './screen.ts';

/**
 * Who sits at this tab. Kept for the tab only, so that a reload goes on in place while a new tab, or the next pupil, has to
 * enter a code. After a quarter of an hour without a sign of life it is not taken up again.
 */
const storageKey = 'ustaz.session';
const keyKey = 'ustaz.key';
export const idleMs = 15 * 60_000;

type Kept = { session: PupilSession; screen: Screen; seenAt: number };

/** Before «it's me» and on the way out a reload begins anew. */
const passing: readonly Screen[] = ['code', 'confirm', 'left'];

export function keepSession(session: PupilSession, screen: Screen): void {
  if (passing.includes(screen)) {
    forget(storageKey);
    return;
  }
  try {
    const kept: Kept = { session, screen, seenAt: Date.now() };
    sessionStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Without storage a reload asks for the code again; nothing else is lost.
  }
}

/** The session of this tab before a reload; null where there was none, or it is too old to be surely the same person. */
export function keptSession(): Omit<Kept, 'seenAt'> | null {
  try {
    // Our own text, written by `keepSession`.
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Kept | null;
    const isFresh = kept !== null && Date.now() - kept.seenAt < idleMs && kept.seenAt <= Date.now();
    return isFresh ? kept : null;
  } catch {
    return null;
  }
}

/** The key of the sitting's answers on this device, for this tab only: with it a reload needs no code. */
export function keepKey(key: string | null): void {
  try {
    if (key !== null) sessionStorage.setItem(keyKey, key);
  } catch {
    // A reload then shows what the server has.
  }
}

export function keptKey(): string | null {
  try {
    return sessionStorage.getItem(keyKey);
  } catch {
    return null;
  }
}

export function dropSession(): void {
  forget(storageKey);
  forget(keyKey);
}

function forget(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
