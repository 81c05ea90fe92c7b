import type { Container } from '../../container.ts';
import { shape } from '../../contract/shape.ts';
import { type Waiting, waiting } from '../../contract/waiting.schema.ts';
import type { StaffActor } from '../../domain/actor.ts';
import { isUnattended } from '../../domain/decision/appeal-desk.ts';
import { foldCase } from '../../domain/decision/fold-case.ts';
import { holds } from '../../domain/permission.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import { asStaff } from '../actors.ts';
import { waiting as waitingAppeals, whereOf } from './appeals.ts';

export const readWaiting = endpoint({
  method: 'get',
  path: '/api/me/waiting',
  summary: 'How much waits for this person: appeals, and cases of their region that have nobody to look after them',
  permission: 'appeal.answer',
  scope: 'none',
  reply: shape<Waiting>(waiting),
  audit: null,
  async handle(stores, { actor, now }) {
    const staff = asStaff(actor);
    const [appeals, unattended] = await Promise.all([
      waitingAppeals(stores, staff, now),
      holds(staff, 'staff.manage') ? unattendedOf(stores, staff, now) : [],
    ]);
    return { appeals: appeals.length, unattended };
  },
});

/** By school: cases where nobody who reaches the pupil is free of a conflict. Whoever manages staff can name somebody. */
async function unattendedOf(stores: Container, staff: StaffActor, now: Date): Promise<Waiting['unattended']> {
  const pids = await stores.cases.withConflict(whereOf(staff));
  const [pupils, cases] = await Promise.all([stores.pupils.byIds(pids), stores.cases.ofMany(pids)]);
  const here = pupils.filter(({ leftSchoolAt = null }) => leftSchoolAt === null);
  const alone = await Promise.all(here.map((pupil) => isAlone(pupil)));
  const counts = new Map<string, number>();
  for (const { school } of here.filter((_, index) => alone[index])) counts.set(school, (counts.get(school) ?? 0) + 1);
  const rows = [...counts].slice(0, 500).map(async ([school, n]) => {
    const found = await stores.catalogue.school(school);
    return found === null ? [] : [{ school, name: found.names, cases: n }];
  });
  return (await Promise.all(rows)).flat();

  async function isAlone({ _id, school, class: schoolClass }: PupilDocument): Promise<boolean> {
    const near = await stores.staff.reaching(school, schoolClass, now);
    return isUnattended(
      foldCase(cases.get(_id) ?? []),
      near.map((person) => person._id),
    );
  }
}
