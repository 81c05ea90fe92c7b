import type { Container } from '../container.ts';
import { type ConsentEvent, isOpen } from '../domain/consent.ts';
import { foldCase, standingNow } from '../domain/decision/fold-case.ts';
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

type Stores = Pick<Container, 'pupils' | 'consents' | 'cases'>;

type Period = Pick<CampaignRecord, 'region' | 'opensAt' | 'closesAt'>;

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

type Pupil = Pick<PupilDocument, '_id' | 'school' | 'createdAt' | 'leftSchoolAt'> & {
  teachingWish?: { wish: boolean };
};

/** On a school's roll at some time while the campaign ran: not those who came after it, nor those who had left before. */
const wasThere = ({ createdAt, leftSchoolAt = null }: Pupil, { opensAt, closesAt }: Period): boolean =>
  createdAt < closesAt && (leftSchoolAt === null || leftSchoolAt > opensAt);

async function addGroup(
  stores: Stores,
  schools: Map<string, SchoolPeople>,
  group: readonly Pupil[],
  { campaign, now }: { campaign: Period; now: Date },
): Promise<void> {
  /** A consent that has run out since was one while it counted. */
  const day = campaign.closesAt < now ? campaign.closesAt : now;
  const ids = group.map(({ _id }) => _id);
  const [consents, cases] = await Promise.all([stores.consents.ofMany(ids), stores.cases.ofMany(ids)]);
  for (const pupil of group) {
    const { _id, school, teachingWish } = pupil;
    const people = schools.get(school) ?? nobody();
    schools.set(school, people);
    const events = consents.get(_id) ?? [];
    const wish = teachingWish?.wish ?? null;
    if (wasNamed(events)) people.named.push(_id);
    if (!wasThere(pupil, campaign)) continue;
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
