import { type TeachingWish, teachingWish } from '../contract/analysis.schema.ts';
import { type Readers, readers } from '../contract/audit.schema.ts';
import {
  type PupilResult,
  pupilResult,
  type ResultQuery,
  resultQuery,
  type ScaleResult,
} from '../contract/result.schema.ts';
import { shape } from '../contract/shape.ts';
import { type SittingParams, sittingParams } from '../contract/sitting.schema.ts';
import { askedWords } from '../domain/adaptive-words.ts';
import { fieldsOf, invitationOf } from '../domain/analysis-words.ts';
import type { Language } from '../domain/language.ts';
import { mainScales } from '../domain/main-scales.ts';
import { Problem } from '../domain/problem.ts';
import { normNoteOf, opening, scaleResults } from '../domain/profile-words.ts';
import type { StoredAdaptive } from '../domain/result.ts';
import { groupName, scaleGroups } from '../domain/scale-groups.ts';
import { endpoint } from '../http/endpoint.ts';
import { asPupil } from './actors.ts';
import { analysisOf, normOf } from './analyses.ts';
import { resultOf } from './make-result.ts';
import { ownSitting } from './sittings.ts';
import { stopNaming } from './stop-naming.ts';

export const ownResult = endpoint({
  method: 'get',
  path: '/api/sittings/:sitting/result',
  summary: 'The pupil’s own result in words and one picture',
  permission: 'sitting.read',
  scope: { of: 'sitting', param: 'sitting' },
  params: shape<SittingParams>(sittingParams),
  query: shape<ResultQuery>(resultQuery),
  reply: shape<PupilResult>(pupilResult),
  audit: null,
  async handle(stores, { params, query, actor, now }) {
    const sitting = await ownSitting(stores, params.sitting, asPupil(actor).pid);
    const result = sitting.state === 'submitted' ? await resultOf(stores, sitting, now) : null;
    if (result === null) throw new Problem('result-not-ready');
    const campaign = await stores.catalogue.campaign(sitting.campaign);
    const demo = campaign?.demo ?? false;
    const shelved = stores.instruments.version(result.instrument, result.instrumentVersion);
    const { plan } = await analysisOf(stores, result, demo);
    const text = shelved.text(query.language);
    const told = mainScales(shelved.instrument);
    const groups = scaleGroups(shelved.instrument);
    const scales = scaleResults(result, plan, text)
      .filter(({ scale }) => told.has(scale))
      .map((scale) => ({ ...scale, group: groupName(text, groups.get(scale.scale) ?? '') }));
    const pupil = await stores.pupils.byId(sitting.pid);
    const wish = pupil?.teachingWish?.wish ?? null;
    const telling = { language: query.language, text, careers: shelved.careers, wish };
    return {
      sitting: sitting._id,
      instrument: result.instrument,
      instrumentVersion: result.instrumentVersion,
      engineVersion: result.engineVersion,
      language: query.language,
      ...opening(scales, query.language),
      ...askedOf(result.adaptive ?? null, query.language),
      scales: demo ? scales : scales.map(anchoredOnly),
      fields: fieldsOf(result, telling),
      invitation: invitationOf(result, telling, 'pupil'),
      wish,
      norm: demo ? normNoteOf(await normOf(stores, result), query.language) : null,
      talkAskedAt: pupil?.talkAskedAt?.toISOString() ?? null,
      demo,
      computedAt: result.computedAt.toISOString(),
    };
  },
});

function askedOf(adaptive: StoredAdaptive | null, language: Language): Pick<PupilResult, 'asked'> {
  const asked = adaptive === null ? null : askedWords(adaptive, language);
  return asked === null ? {} : { asked };
}

/** Outside the demo a pupil sees answers on their own scale, never a place among other people. */
const anchoredOnly = (scale: ScaleResult): ScaleResult => ({ ...scale, t: null, stanine: null, percentile: null });

export const putWish = endpoint({
  method: 'put',
  path: '/api/pupil/wish',
  summary: 'Say that one would like to hear about becoming a teacher, or not; null takes it back',
  permission: 'pupil.self',
  scope: 'none',
  body: shape<TeachingWish>(teachingWish),
  reply: shape<TeachingWish>(teachingWish),
  audit: null,
  async handle(stores, { body, actor, now }) {
    const { pid } = asPupil(actor);
    await stores.pupils.setWish(pid, body.wish, now);
    if (body.wish !== true) await stopNaming(stores, pid, now);
    return { wish: body.wish };
  },
});

/** What shows a pupil to somebody: by the pupil, by their class, by their whole school. */
const showing = {
  pupil: [
    'profile.read',
    'explanation.read',
    'pupil-report.read',
    'pupil.card',
    'paper.read',
    'consent.read',
    'case.read',
    'candidate.name',
    'referral.name',
    'referral.letter',
  ],
  class: ['class.read', 'class.overview', 'class.prepare', 'live.watch', 'codes.print'],
  school: ['school.pupils', 'consent.overview', 'export.class-list'],
} as const;

export const whoSaw = endpoint({
  method: 'get',
  path: '/api/pupil/readers',
  summary: 'Who saw my data, and when',
  permission: 'pupil.self',
  scope: 'none',
  reply: shape<Readers>(readers),
  audit: null,
  async handle(stores, { actor }) {
    const { pid } = asPupil(actor);
    const pupil = await stores.pupils.byId(pid);
    const near =
      pupil === null
        ? []
        : ([
            [pupil.class, showing.class],
            [pupil.school, showing.school],
          ] as const);
    const of = [[pid, showing.pupil] as const, ...near];
    const lines = (await Promise.all(of.map(([target, actions]) => stores.audit.about(target, actions)))).flat();
    const names = await stores.staff.names([...new Set(lines.map((line) => line.actor))]);
    return {
      readers: lines
        .sort((a, b) => b._id - a._id)
        .slice(0, 500)
        .map(({ at, actor: who, role, action }) => ({ at: at.toISOString(), who: names.get(who) ?? role, action })),
    };
  },
});
