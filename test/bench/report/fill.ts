import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Container } from '../../../server/container.ts';
import type { ResultDocument } from '../../../server/store/results.ts';
import { regions } from '../../../server/task/demo/regions.ts';
import { demoStaff } from '../../../server/task/demo/staff.ts';
import { type Country, makeResults } from './country.ts';

/** The country and its results, in the service's own database and, for DuckDB, as a table of lines. */
export async function fill(
  stores: Container,
  country: Country,
  count: number,
  csv: string,
  now: Date,
): Promise<number> {
  await stores.catalogue.addRegions(regions);
  await stores.catalogue.addDistricts(country.districts);
  await stores.catalogue.addSchools(country.schools);
  await stores.catalogue.addCampaigns(country.campaigns);
  const account = demoStaff.find(({ role }) => role === 'operator');
  if (account === undefined) throw new RangeError('no operator');
  const { persona: _persona, ...record } = account;
  await stores.staff.add([{ ...record, passwordHash: '', disabledAt: null }]);
  const types = country.schools.map(
    ({ _id, languages }) => [_id, languages.length > 1 ? 'mixed' : languages[0]] as const,
  );
  return store(stores, makeResults(country, count, now), csv, new Map(types));
}

async function store(
  stores: Container,
  results: Iterable<ResultDocument>,
  csv: string,
  types: ReadonlyMap<string, string | undefined>,
): Promise<number> {
  const file = createWriteStream(csv);
  file.write('region,district,school,language,sex,locality,type,year,s0,s1,s2,s3,s4\n');
  let group: ResultDocument[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    await stores.results.putMany(group);
    const lines = group.map(({ region: of, district, school, language, sex, locality, scales }) =>
      [
        of,
        district,
        school,
        language,
        sex,
        locality,
        types.get(school),
        2026,
        ...scales.map((score) => (score.kind === 'scored' ? score.mean : '')),
      ].join(','),
    );
    file.write(`${lines.join('\n')}\n`);
    count += group.length;
    group = [];
  };
  for (const result of results) {
    group.push(result);
    if (group.length === 1000) await flush();
  }
  if (group.length > 0) await flush();
  file.end();
  await finished(file);
  return count;
}
