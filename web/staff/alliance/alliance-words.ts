import { m } from '../../i18n/generated/messages.js';

export const fundingWords = {
  grant: m.al_funding_grant,
  paid: m.al_funding_paid,
  sponsor: m.al_funding_sponsor,
} as const;
export const formWords = {
  'full-time': m.al_form_full,
  'part-time': m.al_form_part,
  distance: m.al_form_distance,
} as const;
export const afterWords = { 'grade-9': m.al_after_9, 'grade-11': m.al_after_11 } as const;

export const fundings = ['grant', 'paid', 'sponsor'] as const;
export const forms = ['full-time', 'part-time', 'distance'] as const;
export const afters = ['grade-11', 'grade-9'] as const;
