import type { Container } from '../container.ts';
import type { Secrets } from '../secrets.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import { demoCampaigns } from './demo/campaigns.ts';
import { issueDemoCodes } from './demo/codes.ts';
import { classId, type DemoPeople, simulatePeople } from './demo/people.ts';
import { demoDistricts, demoSchools } from './demo/places.ts';
import { regions } from './demo/regions.ts';
import { demoStaff } from './demo/staff.ts';

/**
 * Fills a database with a demo country: 20 regions, 12 schools in three of them, some 1,200 simulated pupils whose answers
 * went through the real scoring, and staff of every role. Whatever an earlier seeding left half done is taken away first.
 */
export async function seedDemo(stores: Container, secrets: Secrets, log: (line: string) => void): Promise<void> {
  const password = secrets.demoPassword;
  if (password === null) throw new Error('The secrets file has no «demoPassword»: the demo cannot be signed in to.');
  const now = stores.now();
  await stores.removeDemo();
  log('Demo country: regions, districts, schools …');
  const campaigns = demoCampaigns(now);
  await addPlaces(stores, campaigns, now);
  log('Demo country: simulating pupils and scoring their sittings …');
  const people = simulatePeople(stores, campaigns, now);
  await addPeople(stores, people, now);
  await issueDemoCodes(stores, secrets, people, now);
  const passwordHash = await stores.passwords.hash(password);
  await stores.staff.add(
    demoStaff.map(({ persona: _persona, ...record }) => ({ ...record, passwordHash, disabledAt: null })),
  );
  const finished = people.sittings.filter(({ state }) => state === 'submitted').length;
  log(
    `Demo country: ${demoSchools.length} schools, ${people.pupils.length} simulated pupils, ${finished} finished sittings.`,
  );
}

async function addPlaces(stores: Container, campaigns: readonly CampaignRecord[], now: Date): Promise<void> {
  await stores.catalogue.addRegions(regions);
  await stores.catalogue.addDistricts(demoDistricts);
  await stores.catalogue.addSchools(demoSchools.map(({ classes: _classes, ...school }) => ({ ...school, demo: true })));
  await stores.catalogue.addClasses(
    demoSchools.flatMap((school) =>
      school.classes.map(({ name, language }, index) => ({
        _id: classId(school, index),
        school: school._id,
        name,
        grade: 9,
        language,
        year: now.getUTCFullYear(),
      })),
    ),
  );
  await stores.catalogue.addCampaigns(campaigns);
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
