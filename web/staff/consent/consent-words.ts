import type { ConsentSummary, Purpose } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';

type Event = ConsentSummary['events'][number];

export const purposeWords: Readonly<Record<Purpose, () => string>> = {
  assessment: m.purpose_assessment,
  department: m.purpose_department,
  university: m.purpose_university,
  sponsor: m.purpose_sponsor,
};

export const partyWords: Readonly<Record<Event['party'], () => string>> = {
  guardian: m.party_guardian,
  pupil: m.party_pupil,
};

export const actionWords: Readonly<Record<Event['action'], () => string>> = {
  given: m.consent_state_given,
  withdrawn: m.consent_state_withdrawn,
  expired: m.consent_state_expired,
};

export const howWords: Readonly<Record<Event['how'], () => string>> = {
  'signed-paper': m.how_signed_paper,
  'own-code': m.how_own_code,
  'verified-phone': m.how_verified_phone,
  'state-identity': m.how_state_identity,
  simulated: m.how_simulated,
};

export const knownByWords: Readonly<Record<NonNullable<Event['knownBy']>, () => string>> = {
  'in-person': m.known_in_person,
  'known-signature': m.known_signature,
  'called-back': m.known_called_back,
};
