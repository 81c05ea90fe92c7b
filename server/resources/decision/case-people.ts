import type { Container } from '../../container.ts';
import { type AppealDesk, type AppealPeople, appealDesk } from '../../domain/decision/appeal-desk.ts';
import type { CaseState } from '../../domain/decision/fold-case.ts';
import type { PupilDocument } from '../../store/pupils.ts';

/** To whom an appeal in this case goes, looked up anew. */
export async function deskOf(
  stores: Container,
  state: CaseState,
  pupil: Pick<PupilDocument, 'school' | 'class' | 'region'>,
  now: Date,
): Promise<AppealDesk> {
  return appealDesk(state, await peopleAround(stores, pupil, now));
}

/** Who could answer: counsellors who reach the pupil, the people of the region's department, the operator's. */
export async function peopleAround(
  stores: Container,
  { school, class: schoolClass, region }: Pick<PupilDocument, 'school' | 'class' | 'region'>,
  now: Date,
): Promise<AppealPeople> {
  const [near, department, operator] = await Promise.all([
    stores.staff.reaching(school, schoolClass, now),
    stores.staff.ofRole('department', region),
    stores.staff.ofRole('operator', null),
  ]);
  const ids = (people: readonly { _id: string }[]) => people.map(({ _id }) => _id);
  return { school: ids(near), department: ids(department), operator: ids(operator) };
}
