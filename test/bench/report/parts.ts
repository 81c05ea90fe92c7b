import { join } from 'node:path';
import { isReleaseDue, makeRelease } from '../../../server/report/release.ts';
import type { CampaignRecord } from '../../../server/store/catalogue.ts';
import { openDatabase } from '../../../server/store/database.ts';
import { regions } from '../../../server/task/demo/regions.ts';
import { releaseOfBattery } from './battery.ts';
import { collectBesideReports } from './beside.ts';
import { makeResults } from './country.ts';
import { fill } from './fill.ts';
import type { Bench } from './open-bench.ts';
import { openly } from './openly.ts';
import { duck, pipeline } from './peers.ts';
import { getter, operatorToken } from './reader.ts';
import { serveApart } from './served.ts';
import { line, measureEach, median, say, seconds, timed } from './timing.ts';

const rounds = 30;
const region = 'KZ-61';
export type Part = 'fill' | 'count' | 'release' | 'read' | 'ingest' | 'battery';

/** In the order in which one needs the other. */
export const parts: Readonly<Record<Part, (bench: Bench) => Promise<void>>> = {
  fill: fillAll,
  count: countAll,
  release: releaseAll,
  read: readAll,
  ingest: besideReading,
  battery: (bench) => releaseOfBattery(bench, region),
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

async function readAll(bench: Bench): Promise<void> {
  const { service, uri, country, folder } = bench;
  const own = campaignOf(country.campaigns);
  const database = await openDatabase(uri);
  const duckdb = await duck(join(folder, 'results.parquet'));
  await duckdb.fromCsv(join(folder, 'results.csv'));
  const mongo = pipeline(database.db);
  const served = await serveApart(bench);
  const get = getter(served.url, await operatorToken(service.stores));
  const paths = { region: `/api/campaigns/${own._id}/report`, national: '/api/country/report' };
  const tags = { region: (await get(paths.region)).tag, national: (await get(paths.national)).tag };
  const runs: [string, () => Promise<unknown>, number][] = [
    ['region report over HTTP', () => get(paths.region), rounds],
    ['  again, as a browser asks', () => get(paths.region, tags.region), rounds],
    ['  the same tables, DuckDB', () => duckdb.region(region), rounds],
    ['  the same tables, MongoDB pipeline', () => mongo.region(own._id), 3],
    ['national report over HTTP', () => get(paths.national), rounds],
    ['  again, as a browser asks', () => get(paths.national, tags.national), rounds],
    ['  the same tables, DuckDB', () => duckdb.national(), rounds],
    ['  the same tables, MongoDB pipeline', () => mongo.national(), 2],
    ['beside the country, a region', () => get(`/api/campaigns/${own._id}/comparison`), rounds],
    ['a region as a PDF', () => get(`${paths.region}.pdf?language=kk`), 3],
    ["the machine's noise: an empty request", () => get('/healthz'), rounds],
  ];
  for (const [name, work, times] of runs) {
    const before = await served.cpuUs();
    const all = await measureEach(times, work);
    const cpuMs = ((await served.cpuUs()) - before) / 1000 / (times + 1);
    say(`${line(name, all)}${/DuckDB|MongoDB/.test(name) ? '' : `   CPU of the service ${cpuMs.toFixed(2)} ms`}`);
  }
  const { packedBytes } = await get(paths.region);
  say(`the region report has ${(packedBytes / 1024).toFixed(0)} KB, packed`);
  await served.close();
  duckdb.close();
  await database.close();
}

async function besideReading(bench: Bench): Promise<void> {
  const paths = [`/api/campaigns/${campaignOf(bench.country.campaigns)._id}/report`, '/api/country/report'];
  await resultsBesideReading(bench, paths);
  await collectBesideReports(bench, paths);
}

/** Results written into the database by a service that also answers readers and, here, is the reader: everything in one thread. */
async function resultsBesideReading({ service, country, now }: Bench, paths: readonly string[]): Promise<void> {
  const get = getter(service.url, await operatorToken(service.stores));
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
    let isOver = false;
    const reading = paths.map(async (path) => {
      while (!isOver) {
        await get(path);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    beside.push(await write());
    isOver = true;
    await Promise.all(reading);
  }
  const [a, b] = [median(alone), median(beside)];
  say(
    `results written, reader and service in one thread: ${a.toFixed(0)}/s alone, ${b.toFixed(0)}/s while both reports are read ` +
      `ten times a second (${(b / a).toFixed(2)}×, medians of 5)`,
  );
}

function campaignOf(campaigns: readonly CampaignRecord[]): CampaignRecord {
  const own = campaigns.find((one) => one.region === region);
  if (own === undefined) throw new RangeError('no campaign');
  return own;
}
