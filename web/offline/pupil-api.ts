import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { TalkWish, TeachingWish } from '../../server/contract/analysis.schema.ts';
import type { Readers } from '../../server/contract/audit.schema.ts';
import type { OwnCase } from '../../server/contract/case.schema.ts';
import type { Assent, ConsentSummary, Purpose, Wording } from '../../server/contract/consent.schema.ts';
import type { OwnErasure } from '../../server/contract/erasure.schema.ts';
import type { InstrumentForm } from '../../server/contract/instrument.schema.ts';
import type {
  FamilyStep,
  GuardianReferrals,
  OwnCheckIn,
  OwnPlaces,
  WishList,
} from '../../server/contract/own-places.schema.ts';
import type { PupilResult } from '../../server/contract/result.schema.ts';
import type {
  GuardianSession,
  ProofBegun,
  ProofParams,
  ProvenGuardian,
  PupilSession,
} from '../../server/contract/session.schema.ts';
import type { OpenSitting, Sitting } from '../../server/contract/sitting.schema.ts';
import type { Language } from '../i18n/language.ts';
import { type Client, createClient } from './api.ts';
import { fromShelf, keepOnShelf, lastKnown, shelved } from './shelf.ts';

export type Party = 'pupil' | 'guardian';

/** The request to be erased, of one party. */
export type ErasureApi = Record<'read' | 'ask' | 'takeBack', () => Promise<OwnErasure>>;

/** What a pupil's or a guardian's page asks of the server; `token` is whatever session they have at the moment. */
export function createPupilApi(language: () => Language, token: () => string | null) {
  const client: Client = createClient({ language, token });
  const unchanging = <T>(path: string) =>
    shelved(`/api/instruments/${path}`, () => client.get<T>(`/api/instruments/${path}`));
  return {
    enter: (code: string, sitting: string) =>
      client.send<PupilSession>('POST', '/api/pupil-sessions', { code, sitting }),
    finishHere: () => client.send<void>('DELETE', '/api/pupil-sessions/current'),
    wording: (party: Party, wanted: Language, purpose: Purpose = 'assessment') => {
      const path = `/api/wordings/${purpose}/${party}/${wanted}`;
      return lastKnown(
        () => client.get<Wording>(path),
        (value) => keepOnShelf(path, value),
        () => fromShelf<Wording>(path),
      );
    },
    assent: (body: Assent) => client.send<ConsentSummary>('POST', '/api/pupil/assents', body),
    ownConsents: () => client.get<ConsentSummary>('/api/pupil/consents'),
    wish: (wish: boolean | null) => client.send<TeachingWish>('PUT', '/api/pupil/wish', { wish }),
    talk: (asked: boolean) => client.send<TalkWish>('PUT', '/api/pupil/talk', { asked }),
    /** For what is no JSON: a document. */
    token,
    readers: () => client.get<Readers>('/api/pupil/readers'),

    openSitting: (sitting: string, body: OpenSitting) => client.send<Sitting>('PUT', `/api/sittings/${sitting}`, body),
    /** With the sitting's own upload credential: it may be told after the pupil's session has ended. */
    tellHelp: (sitting: string, accommodation: string, uploadToken: string) =>
      createClient({ language, token: () => uploadToken }).send<void>('PUT', `/api/sittings/${sitting}/accommodation`, {
        accommodation,
      }),
    instrument: (instrument: string, version: string) => unchanging<InstrumentForm>(`${instrument}/${version}`),
    text: (instrument: string, version: string, wanted: Language) =>
      unchanging<InstrumentText>(`${instrument}/${version}/texts/${wanted}`),
    result: (sitting: string, wanted: Language) =>
      client.get<PupilResult>(`/api/sittings/${sitting}/result?language=${wanted}`),

    ownCase: {
      read: () => client.get<OwnCase>('/api/pupil/case'),
      appeal: (text: string) => client.send<OwnCase>('POST', '/api/pupil/appeals', { text }),
    },
    guardianCase: {
      read: () => client.get<OwnCase>('/api/guardian/case'),
      appeal: (text: string) => client.send<OwnCase>('POST', '/api/guardian/appeals', { text }),
    },

    enterAsGuardian: (code: string) => client.send<GuardianSession>('POST', '/api/guardian-sessions', { code }),
    beginProof: (how: ProofParams['how']) => client.send<ProofBegun>('POST', `/api/guardian/proofs/${how}`, {}),
    finishProof: (how: ProofParams['how'], answer: string) =>
      client.send<ProvenGuardian>('PUT', `/api/guardian/proofs/${how}`, { answer }),
    guardianConsents: () => client.get<ConsentSummary>('/api/guardian/consents'),
    consentAsGuardian: (body: Assent) => client.send<ConsentSummary>('POST', '/api/guardian/consents', body),

    places: {
      read: (wanted: Language) => client.get<OwnPlaces>(`/api/pupil/places?language=${wanted}`),
      wish: (body: WishList) => client.send<OwnPlaces>('PUT', '/api/pupil/places/wishes', body),
      answer: (body: FamilyStep) => client.send<OwnPlaces>('POST', '/api/pupil/referral-steps', body),
      checkIn: (body: OwnCheckIn) => client.send<OwnPlaces>('POST', '/api/pupil/check-ins', body),
    },
    guardianReferrals: {
      read: (wanted: Language) => client.get<GuardianReferrals>(`/api/guardian/referrals?language=${wanted}`),
      answer: (body: FamilyStep) => client.send<GuardianReferrals>('POST', '/api/guardian/referral-steps', body),
    },

    erasure: (party: Party): ErasureApi => ({
      read: () => client.get<OwnErasure>(`/api/${party}/erasure`),
      ask: () => client.send<OwnErasure>('PUT', `/api/${party}/erasure`),
      takeBack: () => client.send<OwnErasure>('DELETE', `/api/${party}/erasure`),
    }),
  };
}

export type PupilApi = ReturnType<typeof createPupilApi>;
