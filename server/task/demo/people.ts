import { createRandom, createSimulator, demoGroup } from '../../../scoring/index.ts';
import type { Container } from '../../container.ts';
import type { ConsentEvent } from '../../domain/consent.ts';
import { deriveResult } from '../../domain/result.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { Identity } from '../../store/identities.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import type { ResultDocument } from '../../store/results.ts';
import type { SittingDocument } from '../../store/sitting-document.ts';
import { demoName } from './names.ts';
import { type DemoSchool, demoSchools } from './places.ts';
import { demoConsent, demoPupil, demoSitting } from './pupil.ts';

export type DemoPeople = {
  pupils: PupilDocument[];
  identities: { pid: string; identity: Identity }[];
  consents: ConsentEvent[];
  sittings: SittingDocument[];
  results: ResultDocument[];
};

/** Always the same country: the seed of everything that is drawn. */
const seed = 20_190_220;

export const classId = (school: Pick<DemoSchool, '_id'>, index: number): string => `${school._id}-9-${index + 1}`;

/** Every pupil of the demo country with what became of them so far; the same at every seeding but for ids and dates. */
export function simulatePeople(stores: Container, campaigns: readonly CampaignRecord[], now: Date): DemoPeople {
  const people: DemoPeople = { pupils: [], identities: [], consents: [], sittings: [], results: [] };
  demoSchools.forEach((school) => {
    const campaign = campaigns.find(({ region }) => region === school.region);
    if (campaign === undefined) return;
    school.classes.forEach((group, index) => {
      for (let number = 0; number < group.pupils; number += 1) {
        addPerson(stores, people, campaign, school, { ...group, id: classId(school, index) }, now);
      }
    });
  });
  return people;
}

function addPerson(
  stores: Container,
  people: DemoPeople,
  campaign: CampaignRecord,
  school: DemoSchool,
  group: DemoSchool['classes'][number] & { id: string },
  now: Date,
): void {
  const number = people.pupils.length;
  const random = createRandom(seed + number);
  const sex = random.integer(2) === 0 ? 'female' : 'male';
  const pupil = demoPupil({ school, classId: group.id, language: group.language, sex }, now);
  people.pupils.push(pupil);
  const birthDate = new Date(Date.UTC(now.getUTCFullYear() - 15, random.integer(12), 1 + random.integer(28)))
    .toISOString()
    .slice(0, 10);
  people.identities.push({
    pid: pupil._id,
    identity: { ...demoName(group.language, sex, random.integer), birthDate, iin: null },
  });
  const openedAt = new Date(
    campaign.opensAt.getTime() + (1 + random.integer(30)) * 86_400_000 + (3 + random.integer(6)) * 3_600_000,
  );
  const luck = random.uniform();
  // Nine in ten have finished; a few are in the middle, a few have not begun, a few wait for a consent.
  if (luck < 0.96) people.consents.push(demoConsent(pupil, 'guardian', new Date(openedAt.getTime() - 86_400_000)));
  if (luck >= 0.93) return;
  people.consents.push(demoConsent(pupil, 'pupil', new Date(openedAt.getTime() - 60_000)));
  const { instrument, analysisFor } = stores.instruments.version(campaign.instrument, campaign.instrumentVersion);
  const kind = random.uniform() < 0.05 ? 'random' : 'sincere';
  const likeness = demoGroup({ language: group.language, rural: school.locality === 'rural' });
  const simulated = simulatorOf(stores, campaign.instrument)(seed + 7919 * (number + 1), {
    ...likeness,
    kind,
    missing: 0.004,
  });
  const sitting = demoSitting(
    pupil,
    campaign,
    instrument,
    simulated,
    openedAt,
    luck < 0.9 ? 1 : 0.3 + random.uniform() * 0.5,
  );
  people.sittings.push(sitting);
  const { submittedAt } = sitting;
  if (submittedAt === null) return;
  const { pid, school: schoolId, district, region } = sitting;
  const standing = {
    pid,
    campaign: campaign._id,
    school: schoolId,
    district,
    region,
    locality: pupil.locality,
    sex: pupil.sex,
  };
  const analysis = analysisFor({ language: pupil.language, demo: true });
  people.results.push({
    ...deriveResult({ ...sitting, submittedAt }, standing, analysis, submittedAt),
    _id: sitting._id,
  });
}

type Simulator = ReturnType<typeof createSimulator>;
const simulators = new Map<string, Simulator>();

function simulatorOf(stores: Container, id: string): Simulator {
  const known = simulators.get(id) ?? createSimulator(stores.instruments.current(id).instrument, normOf(stores, id));
  simulators.set(id, known);
  return known;
}

function normOf(stores: Container, id: string) {
  const shelved = stores.instruments.current(id);
  const norm = shelved.normOf(shelved.planFor({ language: 'en', demo: true }));
  return norm === null ? {} : { norm };
}
