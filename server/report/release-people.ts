import type { Container } from '../container.ts';
import { type ConsentEvent, isOpen } from '../domain/consent.ts';
import { foldCase, standingNow } from '../domain/decision/fold-case.ts';
import { schoolYearOf } from '../domain/school-year.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import type { PupilDocument } from '../store/pupils.ts';

export type SchoolPeople = {
  pupils: Set<string>;
  consented: number;
  wishing: number;
  recommended: number;
  /** Those whose names the department may know, of whatever campaign. */
  named: string[];
};

type Stores = Pick<Container, 'catalogue' | 'pupils' | 'consents' | 'cases' | 'sittings'>;

type Period = Pick<CampaignRecord, '_id' | 'region' | 'opensAt' | 'closesAt'>;

/** The pupils a campaign was for, by school, with what a report counts of them besides answers. */
export async function peopleOf(stores: Stores, campaign: Period, now: Date): Promise<Map<string, SchoolPeople>> {
  const schools = new Map<string, SchoolPeople>();
  let group: Pupil[] = [];
  const add = async (): Promise<void> => {
    await addGroup(stores, schools, group, { campaign, now });
    group = [];
  };
  for await (const pupil of stores.pupils.ofRegion(campaign.region)) {
    group.push(pupil);
    if (group.length === 1000) await add();
  }
  if (group.length > 0) await add();
  return schools;
}

type Pupil = Pick<PupilDocument, '_id' | 'class' | 'school' | 'createdAt' | 'placedAt' | 'leftSchoolAt'> & {
  teachingWish?: { wish: boolean };
};

/**
 * Those whom a campaign was for: on a school's roll at some time while it ran, so not who came after it, nor who had left
 * before. Whom a school forgot to strike off is not of this year either: put on the roll, into the class and the class itself
 * made in a school year that was over before the campaign opened. Whoever began a sitting of it was there all the same.
 */
async function thoseThere(
  stores: Stores,
  group: readonly Pupil[],
  { _id, opensAt, closesAt }: Period,
): Promise<Set<string>> {
  const year = schoolYearOf(opensAt);
  const onRoll = group.filter(
    ({ createdAt, leftSchoolAt = null }) => createdAt < closesAt && (leftSchoolAt === null || leftSchoolAt > opensAt),
  );
  const isOld = ({ createdAt, placedAt = createdAt }: Pupil): boolean => schoolYearOf(placedAt) < year;
  const old = onRoll.filter(isOld);
  const there = new Set(onRoll.filter((pupil) => !isOld(pupil)).map((pupil) => pupil._id));
  if (old.length === 0) return there;
  const [classes, sat] = await Promise.all([
    stores.catalogue.classesById([...new Set(old.map((pupil) => pupil.class))]),
    stores.sittings.pupilsWithAny(
      old.map((pupil) => pupil._id),
      _id,
    ),
  ]);
  for (const pupil of old)
    if (sat.has(pupil._id) || (classes.get(pupil.class)?.year ?? 0) >= year) there.add(pupil._id);
  return there;
}

async function addGroup(
  stores: Stores,
  schools: Map<string, SchoolPeople>,
  group: readonly Pupil[],
  { campaign, now }: { campaign: Period; now: Date },
): Promise<void> {
  /** A consent that has run out since was one while it counted. */
  const day = campaign.closesAt < now ? campaign.closesAt : now;
  const ids = group.map(({ _id }) => _id);
  const [there, consents, cases] = await Promise.all([
    thoseThere(stores, group, campaign),
    stores.consents.ofMany(ids),
    stores.cases.ofMany(ids),
  ]);
  for (const pupil of group) {
    const { _id, school, teachingWish } = pupil;
    const people = schools.get(school) ?? nobody();
    schools.set(school, people);
    const events = consents.get(_id) ?? [];
    const wish = teachingWish?.wish ?? null;
    if (wasNamed(events)) people.named.push(_id);
    if (!there.has(_id)) continue;
    people.pupils.add(_id);
    if (isOpen(events, 'assessment', day)) people.consented += 1;
    if (wish === true) people.wishing += 1;
    if (standingNow(foldCase(cases.get(_id) ?? []), wish) === 'recommended') people.recommended += 1;
  }
}

const nobody = (): SchoolPeople => ({ pupils: new Set(), consented: 0, wishing: 0, recommended: 0, named: [] });

/** Whoever was once a candidate may have been seen by name; taking a consent back does not make a reader forget. */
const wasNamed = (events: readonly ConsentEvent[]): boolean => {
  const given = events.filter(({ purpose, action }) => purpose === 'department' && action === 'given');
  return given.some(({ party }) => party === 'guardian') && given.some(({ party }) => party === 'pupil');
};
