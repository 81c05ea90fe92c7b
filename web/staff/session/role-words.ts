import type { Role } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';

/** What a role is called, also those that the log knows and staff never have. A role this page does not know yet is shown as the server names it. */
export function roleWords(role: string): string {
  const known = Object.entries(words).find(([name]) => name === role);
  return known === undefined ? role : known[1]();
}

const words: Readonly<Record<Role | 'pupil' | 'guardian' | 'anonymous', () => string>> = {
  counsellor: m.role_counsellor,
  principal: m.role_principal,
  department: m.role_department,
  university: m.role_university,
  sponsor: m.role_sponsor,
  operator: m.role_operator,
  pupil: m.party_pupil,
  guardian: m.party_guardian,
  anonymous: m.role_anonymous,
};
