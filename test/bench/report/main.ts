import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { startEmbeddedMongod } from '../../../server/bootstrap/embedded-mongod.mjs';
import { createProgress } from '../../../server/bootstrap/progress.mjs';
import type { Container } from '../../../server/container.ts';
import { makeRelease } from '../../../server/report/release.ts';
import { type Service, serve } from '../../../server/serve.ts';
import { openDatabase } from '../../../server/store/database.ts';
import type { ResultDocument } from '../../../server/store/results.ts';
import { regions } from '../../../server/task/demo/regions.ts';
import { demoStaff } from '../../../server/task/demo/staff.ts';
import { makeCountry, makeResults } from './country.ts';
import { duck, pipeline } from './peers.ts';

/** `npm run bench report [pupils]`: region and national report over HTTP beside DuckDB and a MongoDB pipeline, in one run. */
const pupils = Number(process.argv[2] ?? 300_000);
const rounds = 30;
const region = 'KZ-61';
const folder = mkdtempSync(join(tmpdir(), 'ustaz-report-'));
const now = new Date();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function measure(uri: string): Promise<void> {
  const service = await serve({
    mongoUri: uri,
    secretsFile: secrets(),
    host: '127.0.0.1',
    port: 0,
    mostInFlight: 64,
    trustProxy: false,
    checkReplies: false,
    logLevel: 'silent',
  });
  const { stores } = service;
  const country = makeCountry(now);
  await stores.catalogue.addRegions(regions);
  await stores.catalogue.addDistricts(country.districts);
  await stores.catalogue.addSchools(country.schools);
  await stores.catalogue.addCampaigns(country.campaigns);
  const csv = join(folder, 'results.csv');
  const made = await timed(() =>
    store(
      stores,
      makeResults(country, pupils, now),
      csv,
      new Map(country.schools.map((s) => [s._id, s.languages.length > 1 ? 'mixed' : (s.languages[0] ?? '')])),
    ),
  );
  say(
    `${made.value} results of ${country.schools.length} schools in ${regions.length} regions stored in ${seconds(made.ms)}`,
  );

  const campaigns = country.campaigns.map(({ _id }) => _id);
  const built = await timed(() => stores.rollups.rebuild(campaigns));
  say(
    `rollups built in ${seconds(built.ms)}, off every request's path: ${(made.value / (built.ms / 1000)).toFixed(0)} results/s`,
  );
  const own = country.campaigns.find((one) => one.region === region);
  if (own === undefined) throw new RangeError('no campaign');
  const guarded = await timed(() => makeRelease(stores, own, now));
  say(
    `release of ${region} made, disclosure control and its solver included, in ${seconds(guarded.ms)} (once, beside the service)`,
  );
  // The other regions as they are: their control takes as long as that of the one above, and is not what is measured.
  const { disclose } = stores;
  stores.disclose = openly;
  for (const campaign of country.campaigns) if (campaign !== own) await makeRelease(stores, campaign, now);
  const tables = await measureEach(rounds, () => makeRelease(stores, own, now).then(() => undefined));
  stores.disclose = disclose;

  const { db } = await openDatabase(uri);
  const duckdb = await duck(join(folder, 'results.parquet'));
  await duckdb.fromCsv(csv);
  const mongo = pipeline(db);
  const get = getter(service, await token(stores));
  const runs: [string, () => Promise<unknown>, number][] = [
    [`region report over HTTP`, () => get(`/api/campaigns/${own._id}/report`), rounds],
    [`  the same tables, DuckDB`, () => duckdb.region(region), rounds],
    [`  the same tables, MongoDB pipeline`, () => mongo.region(own._id), 3],
    [`national report over HTTP`, () => get('/api/country/report'), rounds],
    [`  the same tables, DuckDB`, () => duckdb.national(), rounds],
    [`  the same tables, MongoDB pipeline`, () => mongo.national(), 2],
  ];
  for (const [name, work, times] of runs) say(line(name, await measureEach(times, work)));
  say(line('region tables made anew from counters', tables));
  say(
    `machine's noise: an empty request over HTTP ${line('', await measureEach(rounds, () => get('/healthz'))).trim()}`,
  );
  await besideIngest(stores, get, country, own._id);
  duckdb.close();
  await service.stop();
}

/** Writes of results with nothing beside them, then with both reports read all the time. */
async function besideIngest(
  stores: Container,
  get: Get,
  country: ReturnType<typeof makeCountry>,
  campaign: string,
): Promise<void> {
  const write = async (): Promise<number> => {
    const some = [...makeResults(country, 2000, now)];
    const { ms } = await timed(async () => {
      for (let at = 0; at < some.length; at += 20)
        await Promise.all(some.slice(at, at + 20).map((one) => stores.results.put(one)));
    });
    return some.length / (ms / 1000);
  };
  const alone = await write();
  let isOver = false;
  const reading = [`/api/campaigns/${campaign}/report`, '/api/country/report'].map(async (path) => {
    while (!isOver) {
      await get(path);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  const beside = await write();
  isOver = true;
  await Promise.all(reading);
  say(
    `results written: ${alone.toFixed(0)}/s alone, ${beside.toFixed(0)}/s while both reports are read ten times a second (${(beside / alone).toFixed(2)}×)`,
  );
}

async function store(
  stores: Container,
  results: Iterable<ResultDocument>,
  csv: string,
  types: ReadonlyMap<string, string>,
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

/** Everything told: only to fill the other regions of the bench. */
const openly: Container['disclose'] = async (counts) => {
  const shown = (value: number) => ({ kind: 'shown' as const, value });
  const of = (schools: (typeof counts.schools)[number][]) =>
    counts.scales.map(({ id }, at) => {
      const all = schools.flatMap(({ scales }) => scales[at] ?? []);
      const n = all.reduce((sum, one) => sum + one.n, 0);
      const mean = all.reduce((sum, one) => sum + one.sum, 0) / Math.max(1, n);
      const squares = all.reduce((sum, one) => sum + one.sumSquares, 0);
      const bands = (all[0]?.bands ?? []).map((_, band) =>
        shown(all.reduce((sum, one) => sum + (one.bands[band] ?? 0), 0)),
      );
      return {
        kind: 'shown' as const,
        scale: id,
        asOf: 1,
        n,
        mean: shown(mean),
        sd: shown(Math.sqrt(Math.max(0, squares - n * mean * mean) / Math.max(1, n - 1))),
        bands,
      };
    });
  const participation = { invited: 0, consented: 0, started: 0, submitted: 0 };
  const groups = new Map<string, (typeof counts.schools)[number][]>();
  for (const school of counts.schools)
    for (let depth = 1; depth <= school.path.length; depth += 1) {
      const key = school.path.slice(0, depth).join('/');
      groups.set(key, [...(groups.get(key) ?? []), school]);
    }
  const areas = [...groups].map(([key, schools]) => ({
    path: key.split('/'),
    participation,
    cluster: null,
    scales: of(schools),
  }));
  return { k: 10, distributionFrom: 30, areas, clusters: [], slices: [] };
};

type Get = (path: string) => Promise<void>;

const getter =
  ({ url }: Service, bearer: string): Get =>
  async (path) => {
    const reply = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${bearer}` } });
    await reply.arrayBuffer();
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`);
  };

async function token(stores: Container): Promise<string> {
  const account = demoStaff.find(({ role }) => role === 'operator');
  if (account === undefined) throw new RangeError('no operator');
  const { persona: _persona, ...record } = account;
  await stores.staff.add([{ ...record, passwordHash: '', disabledAt: null }]);
  const { family } = await stores.staffSessions.start(record._id, now);
  const { role, schools, region: of, organisation } = record;
  return stores.tokens.forStaff(
    { kind: 'staff', id: record._id, role, schools, region: of, organisation, family },
    new Date(Date.now() + 3_600_000),
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const from = performance.now();
  const value = await work();
  return { value, ms: performance.now() - from };
}

async function measureEach(times: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const all: number[] = [];
  for (let round = 0; round < times; round += 1) all.push((await timed(work)).ms);
  return all.sort((a, b) => a - b);
}

const at = (all: readonly number[], share: number): string =>
  (all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0).toFixed(1);
const line = (name: string, all: readonly number[]): string =>
  `${name.padEnd(40)} p50 ${at(all, 0.5).padStart(8)} ms   p95 ${at(all, 0.95).padStart(8)} ms   (${all.length} times)`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function secrets(): string {
  const file = join(folder, 'secrets.json');
  const key = () => randomBytes(32).toString('base64');
  writeFileSync(
    file,
    JSON.stringify({
      masterKeys: [{ id: 'k', key: key() }],
      tokenKeys: [{ id: 't', key: key() }],
      codeKey: key(),
      lookupKey: key(),
      auditKey: key(),
    }),
    { mode: 0o600 },
  );
  return file;
}

const mongod = await startEmbeddedMongod(join(folder, 'data'), createProgress(process.stderr));
try {
  await measure(mongod.uri.replace('/?', '/bench_report?'));
} finally {
  await mongod.stop();
  rmSync(folder, { recursive: true, force: true });
}
