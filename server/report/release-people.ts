import type { Container } from '../container.ts';
import { type ConsentEvent, isOpen } from '../domain/consent.ts';
import { foldCase, standingNow } from '../domain/decision/fold-case.ts';

export type SchoolPeople = {
  pupils: Set<string>;
  consented: number;
  wishing: number;
  recommended: number;
  /** Those whose names the department may know. */
  named: string[];
};

type Stores = Pick<Container, 'pupils' | 'consents' | 'cases'>;

/** The pupils of a region by school, with what a report counts of them besides answers. */
export async function peopleOf(stores: Stores, region: string, now: Date): Promise<Map<string, SchoolPeople>> {
  const schools = new Map<string, SchoolPeople>();
  let group: Pupil[] = [];
  const add = async (): Promise<void> => {
    await addGroup(stores, schools, group, now);
    group = [];
  };
  for await (const pupil of stores.pupils.ofRegion(region)) {
    group.push(pupil);
    if (group.length === 1000) await add();
  }
  if (group.length > 0) await add();
  return schools;
}

type Pupil = { _id: string; school: string; teachingWish?: { wish: boolean } };

async function addGroup(
  stores: Stores,
  schools: Map<string, SchoolPeople>,
  group: readonly Pupil[],
  now: Date,
): Promise<void> {
  const ids = group.map(({ _id }) => _id);
  const [consents, cases] = await Promise.all([stores.consents.ofMany(ids), stores.cases.ofMany(ids)]);
  for (const { _id, school, teachingWish } of group) {
    const people = schools.get(school) ?? nobody();
    schools.set(school, people);
    const events = consents.get(_id) ?? [];
    const wish = teachingWish?.wish ?? null;
    people.pupils.add(_id);
    if (isOpen(events, 'assessment', now)) people.consented += 1;
    if (wish === true) people.wishing += 1;
    if (standingNow(foldCase(cases.get(_id) ?? []), wish) === 'recommended') people.recommended += 1;
    if (wasNamed(events)) people.named.push(_id);
  }
}

const nobody = (): SchoolPeople => ({ pupils: new Set(), consented: 0, wishing: 0, recommended: 0, named: [] });

/** Whoever was once a candidate may have been seen by name; taking a consent back does not make a reader forget. */
const wasNamed = (events: readonly ConsentEvent[]): boolean => {
  const given = events.filter(({ purpose, action }) => purpose === 'department' && action === 'given');
  return given.some(({ party }) => party === 'guardian') && given.some(({ party }) => party === 'pupil');
};
