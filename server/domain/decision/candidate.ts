import { type ConsentEvent, isOpen } from '../consent.ts';

/**
 * A candidate for the department: the pupil's own wish, the guardian's consent and the pupil's assent to the department,
 * all standing now. A recommendation is not asked for: nobody at school is a hidden gate. Folded at each reading, so that
 * whatever is taken back hides the pupil at once.
 */
export const isCandidate = (wish: boolean | null, consents: readonly ConsentEvent[], now: Date): boolean =>
  wish === true && isOpen(consents, 'department', now);
