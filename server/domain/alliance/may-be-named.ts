import type { ConsentEvent } from '../consent.ts';
import { isOpen } from '../consent.ts';

/** A candidate: the pupil's own wish, and consent of guardian and pupil to be named to the department, all in force now. */
export const isCandidateNow = (wish: boolean, events: readonly ConsentEvent[], now: Date): boolean =>
  wish && isOpen(events, 'department', now);
