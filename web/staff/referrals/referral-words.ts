import type { Referral } from '../../../server/contract/referral.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Tone } from '../ui/mark.tsx';

type Status = Referral['status'];

export const statusWords: Readonly<Record<Status, readonly [tone: Tone, words: () => string]>> = {
  drafted: ['none', m.rf_drafted],
  offered: ['warn', m.rf_offered],
  accepted: ['going', m.rf_accepted],
  declined: ['none', m.rf_declined],
  expired: ['none', m.rf_expired],
  revoked: ['none', m.rf_revoked],
  enrolled: ['good', m.rf_enrolled],
  'in-practice': ['good', m.rf_in_practice],
  placed: ['good', m.rf_placed],
  left: ['none', m.rf_left],
};

/** What a step is called on the button that takes it. */
export const stepWords: Readonly<Record<Status, () => string>> = {
  drafted: m.rf_drafted,
  offered: m.rf_do_offer,
  accepted: m.rf_do_accept,
  declined: m.rf_do_decline,
  expired: m.rf_expired,
  revoked: m.rf_do_revoke,
  enrolled: m.rf_do_enrol,
  'in-practice': m.rf_do_practice,
  placed: m.rf_do_place,
  left: m.rf_do_leave,
};

export const partyWords = {
  department: m.rf_by_department,
  pupil: m.rf_by_pupil,
  guardian: m.rf_by_guardian,
  university: m.rf_by_university,
  clock: m.rf_by_clock,
} as const;

/** A reason as it was written; the one that the service itself gives is told in the reader's language. */
export const whyWords = (reason: string): string => (reason === 'consent withdrawn' ? m.rf_why_consent() : reason);
