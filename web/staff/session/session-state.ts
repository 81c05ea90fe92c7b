import type { StaffMe } from '../../../server/contract/session.schema.ts';
import type { ApiFailure } from '../../offline/failure.ts';

/** Where a person stands with the service. */
export type SessionState =
  /** The refresh cookie is being tried. */
  | { kind: 'starting' }
  /** The cookie could not be tried: no network, or the server is in trouble. Nobody was signed out. */
  | { kind: 'unreachable'; failure: ApiFailure }
  | { kind: 'signed-out'; afterLeaving: boolean }
  | { kind: 'signed-in'; me: StaffMe }
  /** The session ran out in the middle of work: the page stays beneath the sign-in form, with what was typed. */
  | { kind: 'interrupted'; me: StaffMe };

/** Whose pages are drawn, also while their session is interrupted. */
export const personOf = (state: SessionState): StaffMe | null =>
  state.kind === 'signed-in' || state.kind === 'interrupted' ? state.me : null;
