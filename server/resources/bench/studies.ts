import type { Container } from '../../container.ts';
import {
  type LanguageQuery,
  languageQuery,
  type NewStudy,
  newStudy,
  type StudiesQuery,
  type StudyHead,
  type StudyList,
  type StudyParams,
  studiesQuery,
  studyDetail,
  studyHead,
  studyList,
  studyParams,
} from '../../contract/bench.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { StudyDetail } from '../../contract/study-report.ts';
import type { Language } from '../../domain/language.ts';
import { Problem } from '../../domain/problem.ts';
import { asksAboutForm, mayRunAgain, type Study } from '../../domain/study.ts';
import { endpoint, FileReply } from '../../http/endpoint.ts';
import { type StudyNames, studyHtml } from '../../report/study-html.ts';
import { startStudy } from './start-study.ts';
import { toStudyDetail, toStudyHead } from './study-wire.ts';

export const askStudy = endpoint({
  method: 'post',
  path: '/api/studies',
  summary:
    'Ask for a study of a form: item analysis, calibration, DIF or an adaptive study; it is computed beside the service',
  permission: 'bench.write',
  scope: 'none',
  body: shape<NewStudy>(newStudy),
  reply: shape<StudyHead>(studyHead),
  audit: { action: 'study.ask', target: 'self' },
  async handle(stores, { body, actor, now }) {
    const { instrument } = stores.instruments.current(body.instrument);
    await demandSource(stores, body);
    return startStudy(stores, { ...body, instrumentVersion: instrument.version }, { actor, now });
  },
});

/** The answers are there, and are answers to this form; what the kind of study needs is said. */
async function demandSource(
  stores: Container,
  { kind, instrument, source, settings }: Pick<Study, 'kind' | 'instrument' | 'source' | 'settings'>,
): Promise<void> {
  const found =
    source.kind === 'pilot'
      ? (await stores.studies.pilot(source.id))?.instrument
      : (await stores.catalogue.campaign(source.id))?.instrument;
  if (found !== instrument) throw new Problem('not-found');
  const missing: string[] = [];
  if (kind === 'dif' && settings.group === undefined) missing.push('group');
  if (kind === 'dif' && settings.focal === undefined) missing.push('focal');
  if (kind === 'calibration' && settings.model === undefined) missing.push('model');
  if (kind === 'adaptive' && settings.calibration === undefined) missing.push('calibration');
  if (missing.length === 0) return;
  const errors = missing.map((name) => ({ pointer: `/body/settings/${name}`, detail: `is needed for ${kind}` }));
  throw new Problem('input-invalid', { errors });
}

export const listStudies = endpoint({
  method: 'get',
  path: '/api/studies',
  summary: 'Studies of the bench, newest first, without their reports',
  permission: 'bench.read',
  scope: 'none',
  query: shape<StudiesQuery>(studiesQuery),
  reply: shape<StudyList>(studyList),
  audit: null,
  handle: async (stores, { query }) => ({
    studies: (await stores.studies.list(query.instrument ?? null, 200)).map(toStudyHead),
  }),
});

export const readStudy = endpoint({
  method: 'get',
  path: '/api/studies/:study',
  summary: 'A study whole: how far it is, or what it found',
  permission: 'bench.read',
  scope: 'none',
  params: shape<StudyParams>(studyParams),
  reply: shape<StudyDetail>(studyDetail),
  audit: null,
  handle: async (stores, { params }) => toStudyDetail(await studyOf(stores, params.study)),
});

export const readStudyFile = endpoint({
  method: 'get',
  path: '/api/studies/:study/file',
  summary: 'The kept report as one HTML file: versions, seed, n and every number',
  permission: 'bench.read',
  scope: 'none',
  params: shape<StudyParams>(studyParams),
  query: shape<LanguageQuery>(languageQuery),
  reply: { file: 'text/html' },
  audit: null,
  async handle(stores, { params, language }) {
    const study = toStudyDetail(await studyOf(stores, params.study));
    const html = studyHtml(study, language, await namesOf(stores, study, language));
    return new FileReply(`ustaz-study-${study.id}.html`, new TextEncoder().encode(html));
  },
});

/** What is no longer here goes by its id. */
async function namesOf(
  stores: Container,
  { instrument, source }: StudyDetail,
  language: Language,
): Promise<StudyNames> {
  const isHere = stores.instruments.ids().includes(instrument);
  const words = isHere ? stores.instruments.current(instrument).text(language).scales : null;
  const title =
    source.kind === 'pilot'
      ? (await stores.studies.pilot(source.id))?.title
      : (await stores.catalogue.campaign(source.id))?.title[language];
  return { source: title ?? source.id, scale: (id) => words?.[id]?.name ?? id };
}

export const cancelStudy = endpoint({
  method: 'delete',
  path: '/api/studies/:study/run',
  summary: 'Stop a study that waits or runs',
  permission: 'bench.write',
  scope: 'none',
  params: shape<StudyParams>(studyParams),
  reply: shape<StudyHead>(studyHead),
  audit: { action: 'study.cancel', target: 'study' },
  async handle(stores, { params, now }) {
    const stopped = await stores.studies.cancel(params.study, now);
    if (stopped === null) throw new Problem('not-found');
    return toStudyHead(stopped);
  },
});

export const repeatStudy = endpoint({
  method: 'post',
  path: '/api/studies/:study/run',
  summary: 'Run a study again with the same settings: a new study; the old one stays as it was',
  permission: 'bench.write',
  scope: 'none',
  params: shape<StudyParams>(studyParams),
  reply: shape<StudyHead>(studyHead),
  audit: { action: 'study.repeat', target: 'study' },
  async handle(stores, { params, actor, now }) {
    const old = await studyOf(stores, params.study);
    if (!mayRunAgain(old.state)) throw new Problem('study-under-way');
    if (!asksAboutForm(old.kind)) return startStudy(stores, old, { actor, now });
    await demandSource(stores, old);
    const { version } = stores.instruments.current(old.instrument).instrument;
    return startStudy(stores, { ...old, instrumentVersion: version }, { actor, now });
  },
});

async function studyOf(stores: Container, id: string): Promise<Study> {
  const study = await stores.studies.byId(id);
  if (study === null) throw new Problem('not-found');
  return study;
}
