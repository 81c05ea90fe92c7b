import { randomUUID } from 'node:crypto';
import { createRandom } from '../../../scoring/index.ts';
import type { CampaignRecord, District, School } from '../../../server/store/catalogue.ts';
import type { ResultDocument } from '../../../server/store/results.ts';
import { regions } from '../../../server/task/demo/regions.ts';

export const scaleIds = ['extraversion', 'agreeableness', 'conscientiousness', 'emotional-stability', 'openness'];
const schoolCount = 7859;
const districtsPerRegion = 10;

export type Country = { districts: District[]; schools: School[]; campaigns: CampaignRecord[] };

const named = (text: string) => ({ kk: text, ru: text, en: text });

/** 20 regions, 200 districts, 7,859 schools, two thirds of them rural. */
export function makeCountry(now: Date): Country {
  const random = createRandom(1);
  const districts = regions.flatMap(({ _id: region }) =>
    Array.from({ length: districtsPerRegion }, (_, at) => ({
      _id: `${region}-${at}`,
      region,
      names: named(`${region} ${at}`),
    })),
  );
  const schools = Array.from({ length: schoolCount }, (_, at): School => {
    const district = districts[at % districts.length];
    if (district === undefined) throw new RangeError('no district');
    const languages =
      random.uniform() < 0.5 ? (['kk'] as const) : random.uniform() < 0.5 ? (['ru'] as const) : (['kk', 'ru'] as const);
    const locality = random.uniform() < 0.68 ? 'rural' : 'urban';
    return {
      _id: `b-${at}`,
      district: district._id,
      region: district.region,
      names: named(`№ ${at}`),
      locality,
      languages: [...languages],
      demo: true,
    };
  });
  const campaigns = regions.map(
    ({ _id: region }): CampaignRecord => ({
      _id: `bench-${region}`,
      region,
      title: named('bench'),
      year: now.getUTCFullYear(),
      instrument: 'personality-ipip50',
      instrumentVersion: '1.0.0',
      languages: ['kk', 'ru'],
      schools: null,
      opensAt: new Date(now.getTime() - 86_400_000),
      closesAt: new Date(now.getTime() + 86_400_000),
      demo: true,
    }),
  );
  return { districts, schools, campaigns };
}

/** Results of invented pupils, so many in all, larger schools in towns. */
export function* makeResults({ schools }: Country, count: number, now: Date): Generator<ResultDocument> {
  const random = createRandom(2);
  const weights = schools.map(({ locality }) => (locality === 'urban' ? 2.4 : 1) * (0.2 + 1.6 * random.uniform()));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  let owed = 0;
  for (const [index, school] of schools.entries()) {
    owed += ((weights[index] ?? 0) / whole) * count;
    for (; owed >= 1; owed -= 1) {
      const language = school.languages[random.integer(school.languages.length)] ?? 'kk';
      yield {
        _id: randomUUID(),
        pid: randomUUID(),
        campaign: `bench-${school.region}`,
        school: school._id,
        district: school.district,
        region: school.region,
        locality: school.locality,
        sex: random.integer(2) === 0 ? 'female' : 'male',
        language,
        instrument: 'personality-ipip50',
        instrumentVersion: '1.0.0',
        engineVersion: '1',
        normId: null,
        normVersion: null,
        scales: scaleIds.map((scale) => {
          const mean = Math.round(Math.min(5, Math.max(1, 3.3 + 0.7 * random.normal())) * 10) / 10;
          return {
            kind: 'scored',
            scale,
            answered: 10,
            of: 10,
            raw: mean * 10,
            mean,
            sem: null,
            low: null,
            high: null,
            t: null,
            stanine: null,
            percentile: null,
            anchor: Math.round(mean),
          };
        }),
        origin: 'simulated',
        submittedAt: now,
        computedAt: now,
      };
    }
  }
}
