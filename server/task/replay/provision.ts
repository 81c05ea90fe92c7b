import { randomBytes, randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import { wordingVersion } from '../../domain/consent-wording.ts';
import { schoolYearOf } from '../../domain/school-year.ts';
import type { CampaignRecord, School } from '../../store/catalogue.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import { regions } from '../demo/regions.ts';
import type { DerivedIds } from './derived-ids.ts';
import type { ReplayRow } from './read-rows.ts';

const region = 'KZ-61';
const district = 'd-61-replay';
const schools = 6;
const dayMs = 86_400_000;

export type ReplayPlace = { campaign: CampaignRecord; department: string };

/**
 * Makes what the rows need before they can sit: a campaign of its own, schools, one class each, and for every row a pupil
 * with a code and a consent recorded as what it is. What is there already stays. Everything is marked simulated.
 */
export async function provision(
  stores: Container,
  ids: DerivedIds,
  rows: readonly ReplayRow[],
  of: { instrument: string; instrumentVersion: string; language: 'kk' | 'ru' | 'en' },
): Promise<ReplayPlace> {
  const now = stores.now();
  const places = replaySchools(ids);
  const campaign = (await stores.catalogue.campaign(ids.campaign)) ?? newCampaign(ids, places, of, now);
  await addPlaces(stores, places, now);
  for (let from = 0; from < rows.length; from += 500)
    await addPupils(stores, ids, rows.slice(from, from + 500), places, of.language, now);
  if ((await stores.catalogue.campaign(ids.campaign)) === null) await stores.catalogue.addCampaigns([campaign]);
  return { campaign, department: await replayDepartment(stores) };
}

const replaySchools = (ids: DerivedIds): School[] =>
  Array.from({ length: schools }, (_, index) => ({
    _id: `${ids.campaign}-s${index + 1}`,
    district,
    region,
    names: {
      kk: `Қайта ойнату, ${index + 1}-мектеп`,
      ru: `Повтор записи, школа ${index + 1}`,
      en: `Replay, school ${index + 1}`,
    },
    locality: index % 2 === 0 ? 'rural' : 'urban',
    languages: ['en'],
    demo: true,
  }));

function newCampaign(
  ids: DerivedIds,
  places: readonly School[],
  {
    instrument,
    instrumentVersion,
    language,
  }: { instrument: string; instrumentVersion: string; language: 'kk' | 'ru' | 'en' },
  now: Date,
): CampaignRecord {
  return {
    _id: ids.campaign,
    region,
    title: {
      kk: 'Жазылған жауаптарды қайта ойнату',
      ru: 'Повтор записанных ответов',
      en: 'Replay of recorded answers',
    },
    year: now.getUTCFullYear(),
    instrument,
    instrumentVersion,
    languages: [language],
    schools: places.map(({ _id }) => _id),
    opensAt: new Date(now.getTime() - dayMs),
    closesAt: new Date(now.getTime() + 30 * dayMs),
    demo: true,
  };
}

async function addPlaces(stores: Container, places: readonly School[], now: Date): Promise<void> {
  await stores.catalogue.addRegions(regions);
  await stores.catalogue.addDistricts([
    { _id: district, region, names: { kk: 'Қайта ойнату ауданы', ru: 'Район повтора записи', en: 'Replay district' } },
  ]);
  for (const school of places) {
    if ((await stores.catalogue.school(school._id)) !== null) continue;
    await stores.catalogue.addSchools([school]);
    await stores.catalogue.addClasses([
      { _id: `${school._id}-9`, school: school._id, name: '9', grade: 9, language: 'en', year: schoolYearOf(now) },
    ]);
  }
}

async function addPupils(
  stores: Container,
  ids: DerivedIds,
  rows: readonly ReplayRow[],
  places: readonly School[],
  language: 'kk' | 'ru' | 'en',
  now: Date,
): Promise<void> {
  const known = await stores.pupils.existing(rows.map(({ number }) => ids.pupil(number)));
  const fresh = rows.filter(({ number }) => !known.has(ids.pupil(number)));
  const pids = fresh.map(({ number }) => ids.pupil(number));
  // A provisioning that was cut short may have left parts of a pupil; the pupil's own document comes last.
  await stores.forgetParts(pids);
  await stores.identities.add(
    fresh.map(({ number }) => ({
      pid: ids.pupil(number),
      identity: { familyName: 'Replay', givenName: `Row ${number}`, birthDate: '2011-01-01', iin: null },
    })),
    now,
  );
  const consent = {
    purpose: 'assessment',
    action: 'given',
    wording: wordingVersion.assessment,
    recordedBy: 'replay',
    how: 'simulated',
  } as const;
  const expiresAt = new Date(now.getTime() + 365 * dayMs);
  await stores.consents.add(
    pids.flatMap((pid) =>
      (['guardian', 'pupil'] as const).map((party) => ({
        ...consent,
        pid,
        party,
        language,
        at: now,
        expiresAt,
        signedBy: null,
      })),
    ),
  );
  await stores.codes.issueMany(
    fresh.map(({ number }) => ({
      entry: { pid: ids.pupil(number), kind: 'pupil', generation: randomUUID(), issuedAt: now, expiresAt },
      code: ids.code(number),
    })),
  );
  await stores.pupils.add(
    fresh.map(({ number }) => pupil(ids.pupil(number), places[number % places.length], language, now)),
  );
}

function pupil(pid: string, school: School | undefined, language: 'kk' | 'ru' | 'en', now: Date): PupilDocument {
  if (school === undefined) throw new RangeError('a replay needs at least one school');
  const { _id, district: d, region: r, locality } = school;
  return {
    _id: pid,
    class: `${_id}-9`,
    school: _id,
    district: d,
    region: r,
    locality,
    language,
    sex: 'undisclosed',
    demo: true,
    createdAt: now,
  };
}

/** An account of the region's department that only this command uses: its password is thrown away. */
async function replayDepartment(stores: Container): Promise<string> {
  const id = 'replay-department';
  if ((await stores.staff.byId(id)) !== null) return id;
  const passwordHash = await stores.passwords.hash(randomBytes(24).toString('base64url'));
  const place = { kk: 'Қайта ойнату', ru: 'Повтор записи', en: 'Replay' };
  await stores.staff.add([
    {
      _id: id,
      email: 'replay-department@demo.ustaz.example',
      name: 'Replay',
      passwordHash,
      role: 'department',
      language: 'en',
      schools: [],
      region,
      organisation: null,
      place,
      demo: true,
      disabledAt: null,
    },
  ]);
  return id;
}
