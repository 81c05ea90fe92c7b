import { randomUUID } from 'node:crypto';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { SimulatedRespondent } from '../../../scoring/index.ts';
import type { StoredAnswer } from '../../domain/batch.ts';
import type { ConsentEvent } from '../../domain/consent.ts';
import { wordingVersion } from '../../domain/consent-wording.ts';
import type { Language } from '../../domain/language.ts';
import { seedOf } from '../../domain/seed.ts';
import type { CampaignRecord, School } from '../../store/catalogue.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import type { SittingDocument } from '../../store/sitting-document.ts';

/** A demo pupil's place, without a name. */
export function demoPupil(
  at: { school: Omit<School, 'demo'>; classId: string; language: Language; sex: 'female' | 'male' },
  now: Date,
): PupilDocument {
  const { school, classId, language, sex } = at;
  return {
    _id: randomUUID(),
    class: classId,
    school: school._id,
    district: school.district,
    region: school.region,
    locality: school.locality,
    language,
    sex,
    demo: true,
    createdAt: now,
  };
}

/** Consent to the assessment, recorded as what it is: simulated. */
export const demoConsent = (pupil: PupilDocument, party: ConsentEvent['party'], at: Date): ConsentEvent => ({
  pid: pupil._id,
  purpose: 'assessment',
  party,
  action: 'given',
  wording: wordingVersion.assessment,
  language: pupil.language,
  recordedBy: 'simulation',
  how: 'simulated',
  at,
  expiresAt: new Date(at.getTime() + 365 * 86_400_000),
  signedBy: null,
});

/** Whose sitting it is, of what, and when it was opened. */
export type SittingStart = {
  id: string;
  pupil: PupilDocument;
  campaign: CampaignRecord;
  instrument: Instrument;
  openedAt: Date;
};

/** A sitting as if it had been answered through the web page; `share` of the items, then left open or submitted. */
export function demoSitting(
  { id, pupil, campaign, instrument, openedAt }: SittingStart,
  simulated: SimulatedRespondent,
  share: number,
): SittingDocument {
  const given = Object.entries(simulated.answers).slice(0, Math.ceil(Object.keys(simulated.answers).length * share));
  const answers: Record<string, StoredAnswer> = {};
  let atMs = 20_000;
  given.forEach(([item, value], index) => {
    atMs += Math.round(simulated.timesMs[item] ?? 8000);
    answers[item] = { value, seq: index + 1, atMs, language: pupil.language, at: new Date(openedAt.getTime() + atMs) };
  });
  const done = share >= 1;
  return {
    _id: id,
    pid: pupil._id,
    campaign: campaign._id,
    school: pupil.school,
    district: pupil.district,
    region: pupil.region,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    language: pupil.language,
    seed: seedOf(id),
    state: done ? 'submitted' : 'open',
    openedAt,
    submittedAt: done ? new Date(openedAt.getTime() + atMs + 5000) : null,
    submission: done ? randomUUID() : null,
    lastSeq: given.length,
    answers,
    batches: {},
    origin: 'simulated',
  };
}
