import type { Container } from '../../container.ts';
import { type AppealAnswer, type AppealList, appealAnswer, appealList } from '../../contract/appeal.schema.ts';
import { type PupilParams, pupilParams } from '../../contract/school.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { StaffActor } from '../../domain/actor.ts';
import { answerAppeal } from '../../domain/decision/case-rules.ts';
import { foldCase, openAppeal, standingNow } from '../../domain/decision/fold-case.ts';
import { kazakhstanDay } from '../../domain/kazakhstan-day.ts';
import { Problem } from '../../domain/problem.ts';
import { reachedSchools } from '../../domain/staff-reach.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { StoredCaseEvent } from '../../store/cases.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import { asStaff } from '../actors.ts';
import { deskOf } from './case-people.ts';
import { openWords, sealWords } from './case-words.ts';

export const listAppeals = endpoint({
  method: 'get',
  path: '/api/appeals',
  summary: 'Appeals that wait for this person: of the own school with the name, elsewhere without it',
  permission: 'appeal.answer',
  scope: 'none',
  reply: shape<AppealList>(appealList),
  audit: { action: 'appeal.list', target: 'self' },
  async handle(stores, { actor, now }) {
    const staff = asStaff(actor);
    const mine = (await waiting(stores, staff, now)).slice(0, 500);
    const appeals = await Promise.all(mine.map((one) => toWire(stores, staff, one)));
    return new Reply({ appeals }, { auditTarget: staff.id });
  },
});

export const answer = endpoint({
  method: 'post',
  path: '/api/appeals/:pupil/answer',
  summary: 'Answer an appeal with reasons: what was decided stands, or changes',
  permission: 'appeal.answer',
  scope: { of: 'appeal', param: 'pupil' },
  params: shape<PupilParams>(pupilParams),
  body: shape<AppealAnswer>(appealAnswer),
  reply: shape<AppealList>(appealList),
  audit: { action: 'case.answer', target: 'pupil' },
  async handle(stores, { params, body, actor, now }) {
    const staff = asStaff(actor);
    const pupil = await stores.pupils.byId(params.pupil);
    const events = await stores.cases.of(params.pupil);
    if (pupil === null || !(await isFor(stores, staff, pupil, events, now))) throw new Problem('not-found');
    const { _id: pid, school, region, teachingWish } = pupil;
    const words = await sealWords(stores, pid, { text: body.reason });
    const acting = { by: staff.id, today: kazakhstanDay(now), wish: teachingWish?.wish ?? null };
    await stores.cases.append({ pid, at: now, by: staff.id, role: staff.role, school, region, words }, (log) =>
      answerAppeal(foldCase(log), body.ruling, acting),
    );
    const left = await waiting(stores, staff, now);
    return { appeals: await Promise.all(left.slice(0, 500).map((one) => toWire(stores, staff, one))) };
  },
});

type Appealed = { pupil: PupilDocument; events: readonly StoredCaseEvent[] };

/** Whether an appeal waits in this case, and for this person. */
async function isFor(
  stores: Container,
  staff: StaffActor,
  pupil: PupilDocument,
  events: readonly StoredCaseEvent[],
  now: Date,
): Promise<boolean> {
  const state = foldCase(events);
  if (openAppeal(state) === null) return false;
  return (await deskOf(stores, state, pupil, now)).people.includes(staff.id);
}

/** The cases with an appeal that this person may answer. */
export async function waiting(stores: Container, staff: StaffActor, now: Date): Promise<Appealed[]> {
  const pids = await stores.cases.appealed(whereOf(staff));
  const [pupils, cases] = await Promise.all([stores.pupils.byIds(pids), stores.cases.ofMany(pids)]);
  const found = await Promise.all(
    pupils.map(async (pupil) => {
      const events = cases.get(pupil._id) ?? [];
      return (await isFor(stores, staff, pupil, events, now)) ? [{ pupil, events }] : [];
    }),
  );
  return found.flat();
}

/** Where somebody's cases are: at schools they reach, in their region, or (null) anywhere. */
export function whereOf({ role, schools, classes = [], region }: StaffActor) {
  if (role === 'operator') return null;
  return role === 'department' ? { region: region ?? '' } : { schools: reachedSchools({ schools, classes }) };
}

async function toWire(
  stores: Container,
  staff: StaffActor,
  { pupil, events }: Appealed,
): Promise<AppealList['appeals'][number]> {
  const state = foldCase(events);
  const appeal = openAppeal(state);
  const shown = events.filter(({ seq }) => seq === appeal?.seq || seq === state.last?.seq);
  const isNear = staff.role === 'counsellor';
  const [words, school, identity, names] = await Promise.all([
    openWords(stores, shown),
    stores.catalogue.school(pupil.school),
    isNear ? stores.identities.of(pupil._id) : null,
    stores.staff.names(state.last === null ? [] : [state.last.by]),
  ]);
  const textOf = (wanted: number | undefined) => {
    const event = shown.find(({ seq }) => seq === wanted);
    return event === undefined ? null : (words.get(event)?.text ?? null);
  };
  const wish = pupil.teachingWish?.wish ?? null;
  return {
    pid: pupil._id,
    name: identity === null ? null : `${identity.familyName} ${identity.givenName}`,
    school: school?.names ?? { kk: '—', ru: '—', en: '—' },
    at: (appeal?.at ?? new Date(0)).toISOString(),
    by: appeal?.by === 'guardian' ? 'guardian' : 'pupil',
    text: textOf(appeal?.seq),
    standing: standingNow(state, wish),
    wish,
    conversations: state.conversations,
    reason: textOf(state.last?.seq),
    decidedBy: state.last === null ? null : (names.get(state.last.by) ?? state.last.by),
  };
}
