import type { Container } from '../container.ts';
import { schoolYearOf } from '../domain/school-year.ts';
import type { Secrets } from '../secrets.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import { seedAlliance } from './demo/alliance.ts';
import { batteryCampaigns, demoCampaigns, pilotCampaign, shortFormCampaign } from './demo/campaigns.ts';
import { addCases } from './demo/cases.ts';
import { batteryCast, shortFormCast } from './demo/cast.ts';
import { issueDemoCodes } from './demo/codes.ts';
import { seedLastYear } from './demo/last-year.ts';
import { seedPanel } from './demo/panel.ts';
import { classId, type DemoPeople, type SittingSchool, simulatePeople } from './demo/people.ts';
import {
  batterySchool,
  type DemoSchool,
  demoDistricts,
  demoSchools,
  pilotSchools,
  shortFormSchool,
} from './demo/places.ts';
import { regions } from './demo/regions.ts';
import { demoStaff } from './demo/staff.ts';
import { seedStudies } from './demo/studies.ts';

/**
 * `battery` false leaves out the schools that sit the whole battery and its short form, `lastYear` false
 * the releases of a year ago and the pilot of a form: tests that do not need them start sooner.
 */
export type SeedOptions = { battery?: boolean; lastYear?: boolean };

/**
 * Fills a database with a demo country: 20 regions, 16 schools in three of them, some 1,900 simulated pupils whose answers
 * went through the real scoring, and staff of every role. Whatever an earlier seeding left half done is taken away first.
 */
export async function seedDemo(
  stores: Container,
  secrets: Secrets,
  log: (line: string) => void,
  { battery = true, lastYear = true }: SeedOptions = {},
): Promise<void> {
  const password = secrets.demoPassword;
  if (password === null) throw new Error('The secrets file has no «demoPassword»: the demo cannot be signed in to.');
  const now = stores.now();
  await stores.removeDemo();
  log('Demo country: regions, districts, schools …');
  const sittingSchools = [...personalitySchools(now), ...(battery ? batterySchools(now) : [])];
  const schools = sittingSchools.map(({ school }) => school);
  const campaigns = new Set(
    sittingSchools.flatMap(({ campaign, earlier }) => [campaign, ...(earlier ? [earlier] : [])]),
  );
  await addPlaces(stores, schools, [...campaigns], now);
  log('Demo country: simulating pupils and scoring their sittings …');
  const people = simulatePeople(stores, sittingSchools, now);
  await addPeople(stores, people, now);
  await issueDemoCodes(stores, secrets, people, now);
  await addStaff(stores, password, battery);
  await addCases(stores, people, now);
  await seedPanel(stores, now);
  if (battery) await seedStudies(stores, demoCampaigns(now)[0]?._id ?? '', now);
  const pilot = lastYear ? await seedPilot(stores, now) : { pupils: 0, finished: 0 };
  log('Demo country: needs, seats, allocation, referrals …');
  await seedAlliance(stores, people, now);
  if (lastYear) {
    log('Demo country: the reports of a year ago …');
    await seedLastYear(stores, now);
  }
  log(
    `Demo country: ${schools.length + (lastYear ? pilotSchools.length : 0)} schools, ${people.pupils.length + pilot.pupils} simulated pupils, ${finishedOf(people) + pilot.finished} finished sittings.`,
  );
}

const finishedOf = ({ sittings }: DemoPeople): number => sittings.filter(({ state }) => state === 'submitted').length;

function personalitySchools(now: Date): SittingSchool[] {
  const campaigns = demoCampaigns(now);
  return demoSchools.flatMap((school) => {
    const campaign = campaigns.find(({ region }) => region === school.region);
    return campaign === undefined ? [] : [{ school, campaign }];
  });
}

function batterySchools(now: Date): SittingSchool[] {
  const { open, earlier } = batteryCampaigns(now);
  return [
    { school: batterySchool, campaign: open, earlier, cast: batteryCast },
    { school: shortFormSchool, campaign: shortFormCampaign(now), cast: shortFormCast },
  ];
}

async function addPlaces(
  stores: Container,
  schools: readonly DemoSchool[],
  campaigns: readonly CampaignRecord[],
  now: Date,
): Promise<void> {
  await stores.catalogue.addRegions(regions);
  await stores.catalogue.addDistricts(demoDistricts);
  await addSchools(stores, schools, now);
  await stores.catalogue.addCampaigns(campaigns);
}

async function addSchools(stores: Container, schools: readonly DemoSchool[], now: Date): Promise<void> {
  await stores.catalogue.addSchools(schools.map(({ classes: _classes, ...school }) => ({ ...school, demo: true })));
  await stores.catalogue.addClasses(
    schools.flatMap((school) =>
      school.classes.map(({ name, language }, index) => ({
        _id: classId(school, index),
        school: school._id,
        name,
        grade: 9,
        language,
        year: schoolYearOf(now),
      })),
    ),
  );
}

/** Pupils of the pilot have numbers of their own, and take no part in the stories of the others. */
const firstOfPilot = 200_000;

async function seedPilot(stores: Container, now: Date): Promise<{ pupils: number; finished: number }> {
  const campaign = pilotCampaign(now);
  await addSchools(stores, pilotSchools, now);
  await stores.catalogue.addCampaigns([campaign]);
  const sitting = pilotSchools.map((school) => ({ school, campaign }));
  const people = simulatePeople(stores, sitting, now, firstOfPilot);
  await addPeople(stores, people, now);
  return { pupils: people.pupils.length, finished: finishedOf(people) };
}

/** The counsellor of the first school looks after the battery's and the short form's too. */
async function addStaff(stores: Container, password: string, battery: boolean): Promise<void> {
  const passwordHash = await stores.passwords.hash(password);
  await stores.staff.add(
    demoStaff.map(({ persona, schools, ...record }) => ({
      ...record,
      schools: battery && persona === 'counsellor' ? [...schools, batterySchool._id, shortFormSchool._id] : schools,
      passwordHash,
      disabledAt: null,
    })),
  );
}

async function addPeople(stores: Container, people: DemoPeople, now: Date): Promise<void> {
  for (const part of chunks(people.identities, 400)) await stores.identities.add(part, now);
  for (const part of chunks(people.pupils, 1000)) await stores.pupils.add(part);
  for (const part of chunks(people.consents, 1000)) await stores.consents.add(part);
  for (const part of chunks(people.sittings, 200)) await stores.sittings.insertMany(part);
  for (const part of chunks(people.results, 500)) await stores.results.putMany(part);
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
