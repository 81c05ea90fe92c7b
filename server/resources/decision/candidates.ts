import type { Container } from '../../container.ts';
import {
  type Candidate,
  type CandidateList,
  type CandidateQuery,
  type CandidateSchools,
  candidateList,
  candidateQuery,
  candidateSchools,
  type OpenedName,
  type OpenName,
  openedName,
  openName,
} from '../../contract/appeal.schema.ts';
import { type PupilParams, pupilParams } from '../../contract/school.schema.ts';
import { shape } from '../../contract/shape.ts';
import { isCandidate } from '../../domain/decision/candidate.ts';
import { foldCase, standingNow } from '../../domain/decision/fold-case.ts';
import type { Words } from '../../domain/language.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { StoredCaseEvent } from '../../store/cases.ts';
import type { School } from '../../store/catalogue.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import type { TeachingFields } from '../../store/results.ts';
import { asStaff } from '../actors.ts';
import { openWords, sealWords } from './case-words.ts';

const mostOnPage = 500;

export const listCandidates = endpoint({
  method: 'get',
  path: '/api/candidates',
  summary: 'The department’s pool: own wish, guardian’s consent and own assent; no names, no scales, no bands',
  permission: 'candidate.read',
  scope: 'none',
  query: shape<CandidateQuery>(candidateQuery),
  reply: shape<CandidateList>(candidateList),
  audit: { action: 'candidate.list', target: 'self' },
  async handle(stores, { query, actor, now }) {
    const region = asStaff(actor).region ?? '';
    const wishing = await stores.pupils.wishing(region, query.after ?? null, mostOnPage);
    const next = wishing.length < mostOnPage ? null : (wishing.at(-1)?._id ?? null);
    const consents = await stores.consents.ofMany(wishing.map(({ _id }) => _id));
    const pool = wishing.filter(({ _id, teachingWish }) =>
      isCandidate(teachingWish?.wish ?? null, consents.get(_id) ?? [], now),
    );
    const placed = pool.filter((pupil) => isInPlace(pupil, query));
    const candidates = await toWire(stores, region, placed);
    const told = candidates.filter(({ standing }) => query.standing === undefined || standing === query.standing);
    return new Reply({ candidates: told, next }, { auditTarget: region });
  },
});

export const listCandidateSchools = endpoint({
  method: 'get',
  path: '/api/candidates/schools',
  summary: 'Schools of the region that have candidates, for the filter of the pool; no counts',
  permission: 'candidate.read',
  scope: 'none',
  reply: shape<CandidateSchools>(candidateSchools),
  audit: null,
  async handle(stores, { actor, now }) {
    const region = asStaff(actor).region ?? '';
    const met = new Set<string>();
    let after: string | null = null;
    do {
      const page: PupilDocument[] = await stores.pupils.wishing(region, after, mostOnPage);
      // One candidate is enough to know a school: the consents of the others need no reading.
      const unknown = page.filter(({ school }) => !met.has(school));
      const consents = await stores.consents.ofMany(unknown.map(({ _id }) => _id));
      for (const { _id, school, teachingWish } of unknown)
        if (isCandidate(teachingWish?.wish ?? null, consents.get(_id) ?? [], now)) met.add(school);
      after = page.length < mostOnPage ? null : (page.at(-1)?._id ?? null);
    } while (after !== null);
    const schools = await stores.catalogue.schoolsOf(region);
    return { schools: schools.flatMap(({ _id: id, names }) => (met.has(id) ? [{ id, name: names }] : [])) };
  },
});

export const openCandidate = endpoint({
  method: 'post',
  path: '/api/candidates/:pupil/name',
  summary: 'Open a candidate’s name for a reason; the pupil sees who did and why',
  permission: 'candidate.read',
  scope: { of: 'candidate', param: 'pupil' },
  params: shape<PupilParams>(pupilParams),
  body: shape<OpenName>(openName),
  reply: shape<OpenedName>(openedName),
  audit: { action: 'candidate.name', target: 'pupil' },
  async handle(stores, { params, body, actor, now }) {
    const { id: by, role } = asStaff(actor);
    const [pupil, consents, identity] = await Promise.all([
      stores.pupils.byId(params.pupil),
      stores.consents.of(params.pupil),
      stores.identities.of(params.pupil),
    ]);
    const isOne = pupil !== null && isCandidate(pupil.teachingWish?.wish ?? null, consents, now);
    if (!isOne || identity === null) throw new Problem('not-found');
    const { _id: pid, school, region } = pupil;
    const words = await sealWords(stores, pid, { text: body.reason });
    await stores.cases.append({ pid, at: now, by, role, school, region, words }, () => ({ kind: 'opened' }));
    return { pid, familyName: identity.familyName, givenName: identity.givenName };
  },
});

/** Where a pupil goes to school and in which language; nothing that answers say. */
const isInPlace = (pupil: PupilDocument, filter: CandidateQuery): boolean =>
  (['district', 'school', 'language', 'locality'] as const).every(
    (key) => filter[key] === undefined || pupil[key] === filter[key],
  );

async function toWire(stores: Container, region: string, pool: readonly PupilDocument[]): Promise<Candidate[]> {
  const pids = pool.map(({ _id }) => _id);
  const [schools, cases, teaching] = await Promise.all([
    stores.catalogue.schoolsOf(region),
    stores.cases.ofMany(pids),
    stores.results.teachingOf(pids),
  ]);
  const names = new Map(schools.map((school) => [school._id, school]));
  const told = pool.map((pupil) => standingOf(pupil, cases.get(pupil._id) ?? []));
  const words = await openWords(
    stores,
    told.flatMap(({ deciding }) => (deciding === null ? [] : [deciding])),
  );
  return told.map(({ pupil, standing, plannedOn, deciding }) => ({
    ...placeOf(pupil, names.get(pupil.school)),
    subjects: subjectsOf(stores, teaching.get(pupil._id)),
    wishedAt: (pupil.teachingWish?.at ?? pupil.createdAt).toISOString(),
    standing,
    plannedOn,
    reason: deciding === null ? null : (words.get(deciding)?.text ?? null),
    decidedAt: deciding?.at.toISOString() ?? null,
  }));
}

const placeOf = ({ _id: pid, school, district, locality, language }: PupilDocument, named: School | undefined) => ({
  pid,
  school,
  schoolName: named?.names ?? { kk: '—', ru: '—', en: '—' },
  district,
  locality,
  language,
});

const mostSubjects = 3;

/** The subjects that interest a pupil most; by the alphabet of their ids, so that no order of fit shows. */
function subjectsOf({ instruments }: Container, told: TeachingFields | undefined): Words[] {
  if (told === undefined) return [];
  const { careers } = instruments.version(told.instrument, told.instrumentVersion);
  const near = (told.fields?.teaching ?? []).filter(({ rank }) => rank !== null && rank <= mostSubjects);
  const names = new Map((careers?.fields ?? []).map((field) => [field.id, field.name]));
  const ids = near.map(({ field }) => field).toSorted();
  return ids.flatMap((id) => names.get(id) ?? []).slice(0, mostSubjects);
}

/** The standing now, and the line it rests on; nothing else of the case is a department's. */
function standingOf(pupil: PupilDocument, events: readonly StoredCaseEvent[]) {
  const state = foldCase(events);
  const standing = standingNow(state, pupil.teachingWish?.wish ?? null);
  const last = state.last?.standing === standing ? state.last : null;
  const deciding = events.find(({ seq }) => seq === last?.seq) ?? null;
  return { pupil, standing, plannedOn: last?.plannedOn ?? null, deciding };
}
