import type { Purpose } from '../contract/consent.schema.ts';

export type ConsentParty = 'guardian' | 'pupil';
export type ConsentAction = 'given' | 'withdrawn' | 'expired';
export type ConsentState = ConsentAction | 'missing';
export type ConsentHow = 'signed-paper' | 'own-code' | 'verified-phone' | 'state-identity' | 'simulated';

/** One line of the consent log; lines are only ever added. */
export type ConsentEvent = {
  pid: string;
  purpose: Purpose;
  party: ConsentParty;
  action: ConsentAction;
  wording: string;
  language: 'kk' | 'ru' | 'en';
  /** Who wrote the line down: a staff id, `guardian` or `pupil`. */
  recordedBy: string;
  how: ConsentHow;
  at: Date;
  /** After this instant a `given` counts as expired; null: until withdrawn. */
  expiresAt: Date | null;
  /** Name as signed on paper, sealed with the pupil's key; null otherwise. */
  signedBy: string | null;
  /** How the recorder of a paper knew whose hand it is; absent where nobody asked. */
  knownBy?: 'in-person' | 'known-signature' | 'called-back';
};

export const purposes: readonly Purpose[] = ['assessment', 'department', 'university', 'sponsor'];

/** The state of one purpose and party now: the last line counts. Lines must be in the order they were written. */
export function consentState(
  events: readonly ConsentEvent[],
  purpose: Purpose,
  party: ConsentParty,
  now: Date,
): ConsentState {
  const last = events.findLast((event) => event.purpose === purpose && event.party === party);
  if (last === undefined) return 'missing';
  if (last.action === 'given' && last.expiresAt !== null && last.expiresAt <= now) return 'expired';
  return last.action;
}

/** Whether the last word of the guardian or of the pupil on a purpose is a withdrawal. */
export const hasWithdrawn = (events: readonly ConsentEvent[], purpose: Purpose): boolean =>
  (['guardian', 'pupil'] as const).some(
    (party) => events.findLast((event) => event.purpose === purpose && event.party === party)?.action === 'withdrawn',
  );

/** A purpose is open only while both the guardian and the pupil agree to it. */
export const isOpen = (events: readonly ConsentEvent[], purpose: Purpose, now: Date): boolean =>
  consentState(events, purpose, 'guardian', now) === 'given' && consentState(events, purpose, 'pupil', now) === 'given';
