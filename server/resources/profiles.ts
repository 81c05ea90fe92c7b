import type { Container } from '../container.ts';
import { type ProfileQuery, profileQuery } from '../contract/profile.schema.ts';
import { type Explanation, explanation } from '../contract/result.schema.ts';
import {
  type Profile,
  type PupilParams,
  profile,
  pupilParams,
  type ScaleParams,
  scaleParams,
} from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { fieldsOf, propensityOfResult, qualityOfResult } from '../domain/analysis-words.ts';
import { changeRows } from '../domain/change-rows.ts';
import { isOpen } from '../domain/consent.ts';
import { explanationIn } from '../domain/explanation-words.ts';
import { explainFields, fieldsScale } from '../domain/fields-explanation.ts';
import { explainIndex } from '../domain/index-explanation.ts';
import type { Language } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import { profileNotes } from '../domain/profile-notes.ts';
import { profileScales } from '../domain/profile-scales.ts';
import { normNoteOf } from '../domain/profile-words.ts';
import { conversationPrompts } from '../domain/report/prompts.ts';
import { endpoint } from '../http/endpoint.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { analysisOf } from './analyses.ts';
import { classAndSchool } from './classes.ts';
import { resultOf } from './make-result.ts';
import { repeatOf } from './repeats.ts';
import { earlierOf, reportSource, shownSitting } from './report-source.ts';

const ofPupil = { of: 'pupil', param: 'pupil' } as const;

export const readProfile = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/profile',
  summary: 'A pupil’s profile: scores with their error, notes on their quality; no result while a consent is missing',
  permission: 'pupil.read',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  query: shape<ProfileQuery>(profileQuery),
  reply: shape<Profile>(profile),
  audit: { action: 'profile.read', target: 'pupil' },
  async handle(stores, { params, query, now }) {
    const pupil = await stores.pupils.byId(params.pupil);
    if (pupil === null) throw new Problem('not-found');
    const [{ schoolClass, school }, identity, sittings, consents] = await Promise.all([
      classAndSchool(stores, pupil.class),
      stores.identities.of(pupil._id),
      stores.sittings.allOfPupil(pupil._id),
      stores.consents.of(pupil._id),
    ]);
    const sitting = chosen(sittings, query.sitting);
    const isShown = sitting?.state === 'submitted' && isOpen(consents, 'assessment', now);
    return {
      pid: pupil._id,
      name: identity === null ? '—' : `${identity.familyName} ${identity.givenName}`,
      class: schoolClass.name,
      classId: schoolClass._id,
      school: school.names,
      language: pupil.language,
      demo: pupil.demo,
      ...(pupil.talkAskedAt === undefined ? {} : { talkAskedAt: pupil.talkAskedAt.toISOString() }),
      sittings: await listed(stores, sittings, sitting),
      repeat: await repeatOf(stores, sittings, now),
      sitting: sitting === null ? null : await toSitting(stores, sitting),
      result: isShown ? await toResult(stores, sitting, sittings, query.language, now) : null,
    };
  },
});

export const explainScale = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/explanations/:scale',
  summary: 'From one sentence of the profile, the index or the fields down to the answers it rests on',
  permission: 'pupil.read',
  scope: ofPupil,
  params: shape<ScaleParams>(scaleParams),
  query: shape<ProfileQuery>(profileQuery),
  reply: shape<Explanation>(explanation),
  audit: { action: 'explanation.read', target: 'pupil' },
  async handle(stores, { params, query, now }) {
    const [pupil, sittings, consents] = await Promise.all([
      stores.pupils.byId(params.pupil),
      stores.sittings.allOfPupil(params.pupil),
      stores.consents.of(params.pupil),
    ]);
    const sitting = chosen(sittings, query.sitting);
    if (!isOpen(consents, 'assessment', now)) throw new Problem('not-found');
    if (pupil === null || sitting === null || sitting.state !== 'submitted') throw new Problem('not-found');
    const result = await resultOf(stores, sitting, now);
    if (result === null) throw new Problem('not-found');
    const shelved = stores.instruments.version(result.instrument, result.instrumentVersion);
    const { plan, propensity, careers } = await analysisOf(stores, result, pupil.demo);
    const told = {
      language: query.language,
      plan,
      instrument: shelved.instrument,
      text: shelved.text(query.language),
      answers: sitting.answers,
    };
    if (propensity !== null && params.scale === propensity.table.id) return explainIndex(told, propensity);
    if (careers !== null && params.scale === fieldsScale) return explainFields(told, careers);
    const scale = shelved.instrument.scales.find(({ id }) => id === params.scale);
    if (scale === undefined || scale.use === 'groups') throw new Problem('not-found');
    return explanationIn(told, params.scale);
  },
});

/** The sitting asked for, if it is this pupil's; without one the newest submitted. */
function chosen(sittings: readonly SittingDocument[], asked: string | undefined): SittingDocument | null {
  if (asked === undefined) return shownSitting(sittings);
  const found = sittings.find(({ _id }) => _id === asked);
  if (found === undefined) throw new Problem('not-found');
  return found;
}

async function listed(
  stores: Container,
  sittings: readonly SittingDocument[],
  shown: SittingDocument | null,
): Promise<Profile['sittings']> {
  const ids = [...new Set(sittings.map(({ campaign }) => campaign))];
  const found = await Promise.all(ids.map((id) => stores.catalogue.campaign(id)));
  const titles = new Map(found.flatMap((one) => (one === null ? [] : [[one._id, one.title] as const])));
  return sittings.map((sitting) => ({
    id: sitting._id,
    title: titles.get(sitting.campaign) ?? { kk: '—', ru: '—', en: '—' },
    state: sitting.state,
    openedAt: sitting.openedAt.toISOString(),
    submittedAt: sitting.submittedAt?.toISOString() ?? null,
    language: sitting.language,
    round: sitting.round ?? 1,
    isShown: sitting._id === shown?._id,
  }));
}

async function toSitting(stores: Container, sitting: SittingDocument): Promise<Profile['sitting']> {
  const answers = Object.values(sitting.answers).filter(({ value }) => value !== null);
  const { length } = stores.instruments.version(sitting.instrument, sitting.instrumentVersion);
  const tooLate = await stores.sittings.tooLateOf(sitting._id);
  const lastMs = Math.max(0, ...answers.map(({ atMs }) => atMs));
  return {
    id: sitting._id,
    state: sitting.state,
    openedAt: sitting.openedAt.toISOString(),
    submittedAt: sitting.submittedAt?.toISOString() ?? null,
    language: sitting.language,
    answered: answers.length,
    of: length,
    minutes: answers.length === 0 ? null : Math.round(lastMs / 6000) / 10,
    tooLate: tooLate === null ? null : { items: tooLate.items, since: new Date(tooLate.since).toISOString() },
  };
}

async function toResult(
  stores: Container,
  sitting: SittingDocument,
  sittings: readonly SittingDocument[],
  language: Language,
  now: Date,
): Promise<Profile['result']> {
  const source = await reportSource(stores, sitting, language, now);
  const earlier = await earlierOf(stores, sittings, source, now);
  const { result, norm, instrument, plan } = source;
  return {
    instrument: result.instrument,
    instrumentVersion: result.instrumentVersion,
    engineVersion: result.engineVersion,
    norm: normNoteOf(norm, language),
    scales: profileScales(source),
    quality: qualityOfResult(result, source),
    propensity: propensityOfResult(result, source, plan),
    fields: fieldsOf(result, source),
    notes: profileNotes(language, sitting, instrument, norm, result.adaptive ?? null),
    change: changeRows(source, earlier),
    prompts: conversationPrompts(source, earlier?.changes ?? []),
    computedAt: result.computedAt.toISOString(),
  };
}
