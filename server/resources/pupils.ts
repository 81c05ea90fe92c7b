import { randomInt, randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import { empty } from '../contract/primitives.schema.ts';
import { type Explanation, explanation, type ResultQuery, resultQuery } from '../contract/result.schema.ts';
import {
  type IssuedCodes,
  issuedCodes,
  type Profile,
  type PupilParams,
  profile,
  pupilParams,
  type ScaleParams,
  scaleParams,
} from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { makeCode, printCode } from '../domain/access-code.ts';
import { fieldsOf, propensityOfResult, qualityOfResult } from '../domain/analysis-words.ts';
import { isOpen } from '../domain/consent.ts';
import { explanationIn } from '../domain/explanation-words.ts';
import { explainIndex } from '../domain/index-explanation.ts';
import { Problem } from '../domain/problem.ts';
import { profileNotes } from '../domain/profile-notes.ts';
import { normNoteOf, scaleResults } from '../domain/profile-words.ts';
import { endpoint } from '../http/endpoint.ts';
import type { PupilDocument } from '../store/pupils.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { analysisOf, normOf } from './analyses.ts';
import { classAndSchool } from './classes.ts';
import { resultOf } from './make-result.ts';

const ofPupil = { of: 'pupil', param: 'pupil' } as const;
/** How long a code works. */
export const codeMs = 120 * 86_400_000;

export const issueCodes = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/codes',
  summary: 'Issue the pupil’s and the guardian’s code, shown once; earlier ones stop working',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<IssuedCodes>(issuedCodes),
  audit: { action: 'codes.issue', target: 'pupil' },
  async handle(stores, { params, now }) {
    const expiresAt = new Date(now.getTime() + codeMs);
    const [pupilCode, guardianCode] = [makeCode(randomInt), makeCode(randomInt)];
    const entry = { pid: params.pupil, generation: randomUUID(), issuedAt: now, expiresAt };
    await stores.codes.issue({ ...entry, kind: 'pupil' }, pupilCode);
    await stores.codes.issue({ ...entry, kind: 'guardian' }, guardianCode);
    return {
      pid: params.pupil,
      pupilCode: printCode(pupilCode),
      guardianCode: printCode(guardianCode),
      expiresAt: expiresAt.toISOString(),
    };
  },
});

export const readProfile = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/profile',
  summary: 'A pupil’s profile: scores with their error, notes on their quality; no result while a consent is missing',
  permission: 'pupil.read',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  query: shape<ResultQuery>(resultQuery),
  reply: shape<Profile>(profile),
  audit: { action: 'profile.read', target: 'pupil' },
  async handle(stores, { params, query, now }) {
    const pupil = await stores.pupils.byId(params.pupil);
    if (pupil === null) throw new Problem('not-found');
    const [{ schoolClass, school }, identity, sitting, consents] = await Promise.all([
      classAndSchool(stores, pupil.class),
      stores.identities.of(pupil._id),
      stores.sittings.latestOfPupil(pupil._id),
      stores.consents.of(pupil._id),
    ]);
    const isShown = sitting?.state === 'submitted' && isOpen(consents, 'assessment', now);
    return {
      pid: pupil._id,
      name: identity === null ? '—' : `${identity.familyName} ${identity.givenName}`,
      class: schoolClass.name,
      school: school.names,
      language: pupil.language,
      demo: pupil.demo,
      ...(pupil.talkAskedAt === undefined ? {} : { talkAskedAt: pupil.talkAskedAt.toISOString() }),
      sitting: sitting === null ? null : toSitting(stores, sitting),
      result: isShown ? await toResult(stores, sitting, pupil, query.language, now) : null,
    };
  },
});

export const explainScale = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/explanations/:scale',
  summary: 'From one sentence of the profile down to the answers it rests on',
  permission: 'pupil.read',
  scope: ofPupil,
  params: shape<ScaleParams>(scaleParams),
  query: shape<ResultQuery>(resultQuery),
  reply: shape<Explanation>(explanation),
  audit: { action: 'explanation.read', target: 'pupil' },
  async handle(stores, { params, query, now }) {
    const [pupil, sitting, consents] = await Promise.all([
      stores.pupils.byId(params.pupil),
      stores.sittings.latestOfPupil(params.pupil),
      stores.consents.of(params.pupil),
    ]);
    if (!isOpen(consents, 'assessment', now)) throw new Problem('not-found');
    if (pupil === null || sitting === null || sitting.state !== 'submitted') throw new Problem('not-found');
    const result = await resultOf(stores, sitting, now);
    if (result === null) throw new Problem('not-found');
    const shelved = stores.instruments.version(result.instrument, result.instrumentVersion);
    const { plan, propensity } = await analysisOf(stores, result, pupil.demo);
    const told = {
      language: query.language,
      plan,
      instrument: shelved.instrument,
      text: shelved.text(query.language),
      answers: sitting.answers,
    };
    if (propensity !== null && params.scale === propensity.table.id) return explainIndex(told, propensity);
    if (!shelved.instrument.scales.some(({ id }) => id === params.scale)) throw new Problem('not-found');
    return explanationIn(told, params.scale);
  },
});

function toSitting(stores: Container, sitting: SittingDocument): Profile['sitting'] {
  const answers = Object.values(sitting.answers).filter(({ value }) => value !== null);
  const { answerDomain } = stores.instruments.version(sitting.instrument, sitting.instrumentVersion);
  const lastMs = Math.max(0, ...answers.map(({ atMs }) => atMs));
  return {
    id: sitting._id,
    state: sitting.state,
    openedAt: sitting.openedAt.toISOString(),
    submittedAt: sitting.submittedAt?.toISOString() ?? null,
    language: sitting.language,
    answered: answers.length,
    of: answerDomain.size,
    minutes: answers.length === 0 ? null : Math.round(lastMs / 6000) / 10,
  };
}

async function toResult(
  stores: Container,
  sitting: SittingDocument,
  { demo, teachingWish }: PupilDocument,
  language: 'kk' | 'ru' | 'en',
  now: Date,
): Promise<Profile['result']> {
  const result = await resultOf(stores, sitting, now);
  if (result === null) return null;
  const shelved = stores.instruments.version(result.instrument, result.instrumentVersion);
  const { plan } = await analysisOf(stores, result, demo);
  const norm = await normOf(stores, result);
  const text = shelved.text(language);
  const telling = { language, text, careers: shelved.careers, wish: teachingWish?.wish ?? null };
  return {
    instrument: result.instrument,
    instrumentVersion: result.instrumentVersion,
    engineVersion: result.engineVersion,
    norm: normNoteOf(norm),
    scales: scaleResults(result, plan, text),
    quality: qualityOfResult(result, telling),
    propensity: propensityOfResult(result, telling),
    fields: fieldsOf(result, telling),
    notes: profileNotes(language, sitting.answers, shelved.instrument, norm),
    computedAt: result.computedAt.toISOString(),
  };
}
