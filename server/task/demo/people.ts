import { randomUUID } from 'node:crypto';
import { createRandom, createSimulator, demoGroup, type Random } from '../../../scoring/index.ts';
import type { Container } from '../../container.ts';
import type { ConsentEvent } from '../../domain/consent.ts';
import { deriveResult } from '../../domain/result.ts';
import { seedOf } from '../../domain/seed.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { Identity } from '../../store/identities.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import type { ResultDocument } from '../../store/results.ts';
import type { SittingDocument } from '../../store/sitting-document.ts';
import type { Part } from './cast.ts';
import { demoName } from './names.ts';
import type { DemoSchool } from './places.ts';
import { demoConsent, demoPupil, demoSitting } from './pupil.ts';

export type DemoPeople = {
  pupils: PupilDocument[];
  identities: { pid: string; identity: Identity }[];
  consents: ConsentEvent[];
  sittings: SittingDocument[];
  results: ResultDocument[];
};

/** A school with the campaign it sits in; with a cast, the first pupils of each class are someone in particular. */
export type SittingSchool = {
  school: DemoSchool;
  campaign: CampaignRecord;
  earlier?: CampaignRecord;
  cast?: readonly Part[];
};

/** Always the same country: the seed of everything that is drawn. */
const seed = 20_190_220;

export const classId = (school: Pick<DemoSchool, '_id'>, index: number): string => `${school._id}-9-${index + 1}`;

/** Every pupil of the demo country with what became of them so far; the same at every seeding but for ids and dates. */
export function simulatePeople(
  stores: Container,
  schools: readonly SittingSchool[],
  now: Date,
  firstNumber = 0,
): DemoPeople {
  const people: DemoPeople = { pupils: [], identities: [], consents: [], sittings: [], results: [] };
  for (const place of schools) {
    place.school.classes.forEach((group, index) => {
      for (let number = 0; number < group.pupils; number += 1) {
        const part = place.cast?.[number] ?? null;
        const id = classId(place.school, index);
        addPerson(stores, people, place, { ...group, id, number: firstNumber + people.pupils.length }, part, now);
      }
    });
  }
  return people;
}

/** A class, and the number of the pupil who is drawn for it. */
type Group = DemoSchool['classes'][number] & { id: string; number: number };

function addPerson(
  stores: Container,
  people: DemoPeople,
  { school, campaign, earlier }: SittingSchool,
  group: Group,
  part: Part | null,
  now: Date,
): void {
  const { number } = group;
  const random = createRandom(seed + number);
  const sex = random.integer(2) === 0 ? 'female' : 'male';
  const at = { school, classId: group.id, language: group.language, sex } as const;
  // Whoever could sit half a year ago was there then.
  const pupil = demoPupil(at, earlier?.opensAt ?? now);
  if (part?.wish !== undefined) pupil.teachingWish = { wish: part.wish, at: now };
  people.pupils.push(pupil);
  const birthDate = new Date(Date.UTC(now.getUTCFullYear() - 15, random.integer(12), 1 + random.integer(28)))
    .toISOString()
    .slice(0, 10);
  people.identities.push({
    pid: pupil._id,
    identity: { ...demoName(group.language, sex, random.integer), birthDate, iin: null },
  });
  const openedAt = openingTime(campaign, random);
  const luck = random.uniform();
  const { consents, finishes, begins } = part === null ? fate(luck) : fateOf(part);
  const before = (at: Date, ms: number) => new Date(at.getTime() - ms);
  if (earlier !== undefined && part?.earlier !== undefined) {
    const first = openingTime(earlier, random);
    people.consents.push(demoConsent(pupil, 'guardian', before(first, 86_400_000)));
    people.consents.push(demoConsent(pupil, 'pupil', before(first, 60_000)));
    sitThrough(stores, people, pupil, earlier, {
      number: number + 500_000,
      openedAt: first,
      share: 1,
      part: part.earlier,
    });
  }
  if (consents) people.consents.push(demoConsent(pupil, 'guardian', before(openedAt, 86_400_000)));
  if (!begins) return;
  people.consents.push(demoConsent(pupil, 'pupil', before(openedAt, 60_000)));
  const kind = random.uniform() < 0.05 && part === null ? 'random' : 'sincere';
  const share = finishes ? 1 : (part?.share ?? 0.3 + random.uniform() * 0.5);
  sitThrough(stores, people, pupil, campaign, { number, openedAt, share, part: { kind, ...part } });
}

const openingTime = (campaign: CampaignRecord, random: Random): Date =>
  new Date(campaign.opensAt.getTime() + (1 + random.integer(30)) * 86_400_000 + (3 + random.integer(6)) * 3_600_000);

type Fate = { consents: boolean; begins: boolean; finishes: boolean };

/** Nine in ten have finished; a few are in the middle, a few have not begun, a few wait for a consent. */
const fate = (luck: number): Fate => ({ consents: luck < 0.96, begins: luck < 0.93, finishes: luck < 0.9 });

const fateOf = ({ fresh, share = 1 }: Part): Fate => ({
  consents: true,
  begins: fresh === undefined,
  finishes: share >= 1,
});

type Sat = { number: number; openedAt: Date; share: number; part: Part };

function sitThrough(
  stores: Container,
  people: DemoPeople,
  pupil: PupilDocument,
  campaign: CampaignRecord,
  { number, openedAt, share, part }: Sat,
): void {
  const { instrument, analysisFor } = stores.instruments.version(campaign.instrument, campaign.instrumentVersion);
  const { kind = 'sincere', traits = {}, missing = 0.004 } = part;
  const likeness = demoGroup({ language: pupil.language, rural: pupil.locality === 'rural' });
  const id = sittingId(number);
  const simulated = simulatorOf(stores, campaign.instrument)(seed + 7919 * (number + 1), {
    ...likeness,
    kind,
    traits,
    missing,
    orderSeed: seedOf(id),
  });
  const sitting = demoSitting({ id, pupil, campaign, instrument, openedAt }, simulated, share);
  people.sittings.push(sitting);
  const { submittedAt, pid, school, district, region } = sitting;
  if (submittedAt === null) return;
  const { locality, sex } = pupil;
  const standing = { pid, campaign: campaign._id, school, district, region, locality, sex };
  const analysis = analysisFor({ language: pupil.language, demo: true });
  people.results.push({
    ...deriveResult({ ...sitting, submittedAt }, standing, analysis, submittedAt),
    _id: sitting._id,
  });
}

/** A new id whose beginning, and with it the order of the pages, is the same at every seeding. */
const sittingId = (number: number): string =>
  `${createRandom(seed ^ number)
    .integer(2 ** 32)
    .toString(16)
    .padStart(8, '0')}${randomUUID().slice(8)}`;

type Simulator = ReturnType<typeof createSimulator>;
const simulators = new Map<string, Simulator>();

function simulatorOf(stores: Container, id: string): Simulator {
  const known = simulators.get(id) ?? createSimulator(stores.instruments.current(id).instrument, normOf(stores, id));
  simulators.set(id, known);
  return known;
}

/** The figures people are made to resemble; none where the norm is made of simulated people itself. */
function normOf(stores: Container, id: string) {
  const shelved = stores.instruments.current(id);
  const norm = shelved.normOf(shelved.planFor({ language: 'en', demo: true }));
  return norm === null || norm.population.simulated ? {} : { norm };
}
