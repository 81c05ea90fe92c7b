import type { Purpose, Wording } from '../contract/consent.schema.ts';
import type { ConsentParty } from './consent.ts';
import { guardianAssessment } from './consent-wording-guardian.ts';
import { namingWording } from './consent-wording-naming.ts';
import { pupilAssessment } from './consent-wording-pupil.ts';
import type { Language } from './language.ts';

export type WordingText = Omit<Wording, 'id' | 'purpose' | 'party' | 'language'>;

/**
 * The wording in force. A change of meaning gets a new version here; the log keeps which one a person saw.
 * Status: drafts by the team, to be read by a lawyer and two native speakers before a real campaign.
 */
export const wordingVersion = {
  assessment: 'assessment-1',
  department: 'department-1',
  university: 'university-1',
  sponsor: 'sponsor-1',
} as const;

/** The text for one purpose, party and language. */
export function wordingFor(purpose: Purpose, party: ConsentParty, language: Language): Wording {
  const text =
    purpose === 'assessment'
      ? (party === 'guardian' ? guardianAssessment : pupilAssessment)[language]
      : namingWording(purpose, party, language);
  return { id: wordingVersion[purpose], purpose, party, language, ...text };
}
