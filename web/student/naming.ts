import type { Purpose } from '../../server/contract/consent.schema.ts';
import { m } from '../i18n/generated/messages.js';

export type NamingPurpose = Exclude<Purpose, 'assessment'>;
export const namingPurposes: readonly NamingPurpose[] = ['department', 'university', 'sponsor'];

const names = { department: m.naming_department, university: m.naming_university, sponsor: m.naming_sponsor };

/** Who would learn the pupil's name. */
export const receiverName = (purpose: NamingPurpose): string => names[purpose]();
