import { join } from 'node:path';
import { isReleaseDue, makeRelease } from '../../../server/report/release.ts';
import type { Service } from '../../../server/serve.ts';
import type { CampaignRecord } from '../../../server/store/catalogue.ts';
import { openDatabase } from '../../../server/store/database.ts';
import { regions } from '../../../server/task/demo/regions.ts';
import { demoStaff } from '../../../server/task/demo/staff.ts';
import { makeResults } from './country.ts';
import { fill } from './fill.ts';
import type { Bench } from './open-bench.ts';
import { openly } from './openly.ts';
import { duck, pipeline } from './peers.ts';
import { line, measureEach, say, seconds, timed } from './timing.ts';

const rounds = 30;
const region = 'KZ-61';
export type Part = 'fill' | 'count' | 'release' | 'read' | 'ingest';

/** In the order in which one needs the other. */
export const parts: Readonly<Record<Part, (bench: Bench) => Promise<void>>> = {
  fill: fillAll,
  count: countAll,
  release: releaseAll,
  read: readAll,
  ingest: besideReading,
};

async function fillAll({ service: { stores }, country, count, folder, now }: Bench): Promise<void> {
  const { value, ms } = await timed(() => fill(stores, country, count, join(folder, 'results.csv'), now));
  say(`${value} results of ${country.schools.length} schools in ${regions.length} regions stored in ${seconds(ms)}`);
}

async function countAll({ service: { stores }, country, count }: Bench): Promise<void> {
  const campaigns = country.campaigns.map(({ _id }) => _id);
  const { ms } = await timed(() => stores.rollups.rebuild(campaigns));
  const rate = (count / (ms / 1000)).toFixed(0);
  say(`counters built in ${seconds(ms)}, off every request's path: ${rate} results/s`);
}

/** One region with its disclosure control unless told otherwise; the others told openly, since what is measured is how they are read. */
async function releaseAll({ service: { stores }, country, now, isOpen }: Bench): Promise<void> {
  const own = campaignOf(country.campaigns);
  const { disclose } = stores;
  if (isOpen) stores.disclose = openly;
  const { ms } = await timed(() => makeRelease(stores, own, now));
  const how = isOpen ? 'without disclosure control' : 'disclosure control and its solver included';
  say(`release of ${region} made, ${how}, in ${seconds(ms)} (once, not on a request)`);
  stores.disclose = openly;
  for (const campaign of country.campaigns)
    if (campaign._id !== own._id && (await isReleaseDue(stores, campaign, now)))
      await makeRelease(stores, campaign, now);
  stores.disclose = disclose;
}

async function readAll({ service, uri, country, folder }: Bench): Promise<void> {
  const own = campaignOf(country.campaigns);
  const database = await openDatabase(uri);
  const duckdb = await duck(join(folder, 'results.parquet'));
  await duckdb.fromCsv(join(folder, 'results.csv'));
  const mongo = pipeline(database.db);
  const get = await getter(service);
  const runs: [string, () => Promise<unknown>, number][] = [
    ['region report over HTTP', () => get(`/api/campaigns/${own._id}/report`), rounds],
    ['  the same tables, DuckDB', () => duckdb.region(region), rounds],
    ['  the same tables, MongoDB pipeline', () => mongo.region(own._id), 3],
    ['national report over HTTP', () => get('/api/country/report'), rounds],
    ['  the same tables, DuckDB', () => duckdb.national(), rounds],
    ['  the same tables, MongoDB pipeline', () => mongo.national(), 2],
    ["the machine's noise: an empty request", () => get('/healthz'), rounds],
  ];
  for (const [name, work, times] of runs) say(line(name, await measureEach(times, work)));
  duckdb.close();
  await database.close();
}

/** Writes of results with nothing beside them, then with both reports read all the time; by turns, so that both meet the same noise. */
async function besideReading({ service, country, now }: Bench): Promise<void> {
  const get = await getter(service);
  const write = async (): Promise<number> => {
    const some = [...makeResults(country, 1000, now)];
    const { ms } = await timed(async () => {
      for (let at = 0; at < some.length; at += 20)
        await Promise.all(some.slice(at, at + 20).map((one) => service.stores.results.put(one)));
    });
    return some.length / (ms / 1000);
  };
  const [alone, beside]: [number[], number[]] = [[], []];
  await write();
  for (let turn = 0; turn < 5; turn += 1) {
    alone.push(await write());
    const reading = readSteadily(get, [
      `/api/campaigns/${campaignOf(country.campaigns)._id}/report`,
      '/api/country/report',
    ]);
    beside.push(await write());
    await reading.end();
  }
  const [a, b] = [middle(alone), middle(beside)];
  say(
    `results written: ${a.toFixed(0)}/s alone, ${b.toFixed(0)}/s while both reports are read ten times a second (${(b / a).toFixed(2)}×, medians of 5)`,
  );
}

const middle = (all: readonly number[]): number => all.toSorted((x, y) => x - y)[Math.floor(all.length / 2)] ?? 0;

type Get = (path: string) => Promise<void>;

function readSteadily(get: Get, paths: readonly string[]) {
  let isOver = false;
  const reading = paths.map(async (path) => {
    while (!isOver) {
      await get(path);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  return {
    end: async () => {
      isOver = true;
      await Promise.all(reading);
    },
  };
}

function campaignOf(campaigns: readonly CampaignRecord[]): CampaignRecord {
  const own = campaigns.find((one) => one.region === region);
  if (own === undefined) throw new RangeError('no campaign');
  return own;
}

async function getter({ url, stores }: Service): Promise<Get> {
  const account = demoStaff.find(({ role }) => role === 'operator');
  if (account === undefined) throw new RangeError('no operator');
  const { _id: id, role, schools, region: of, organisation } = account;
  const { family } = await stores.staffSessions.start(id, new Date());
  const who = { kind: 'staff' as const, id, role, schools, region: of, organisation, family };
  const bearer = stores.tokens.forStaff(who, new Date(Date.now() + 3_600_000));
  return async (path) => {
    const reply = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${bearer}` } });
    await reply.arrayBuffer();
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`);
  };
}
