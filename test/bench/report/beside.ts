import { randomUUID } from 'node:crypto';
import { loadInstrument } from '../../../instruments/load.ts';
import type { Container } from '../../../server/container.ts';
import { desks, type Sitting } from '../ingest/desks.ts';
import { closedLoop, type Measured, openLoop } from '../ingest/load.ts';
import type { Bench } from './open-bench.ts';
import { operatorToken, type Reading, readSteadily } from './reader.ts';
import { serveApart } from './served.ts';
import { median, say } from './timing.ts';

const seconds = 4;
const turns = 3;
/** As a region of 15,000 pupils answers, all of them in the same hour. */
const offered = 300;
const writers = 50;
const sittings = 16_000;

/**
 * Batches of answers as pupils' pages send them, with nobody reading reports and beside two kinds of readers; each by turns, so
 * that all meet the same noise. Writers come at a rate that is offered whatever happens, which is what a day of collection is;
 * and as fast as they can, which takes all of the machine, so that there whatever else is done must be missed.
 */
export async function collectBesideReports(bench: Bench, paths: readonly string[]): Promise<void> {
  const { stores } = bench.service;
  const bearer = await operatorToken(stores);
  const prepared = await prepare(stores);
  const served = await serveApart(bench);
  const target = { url: served.url, desks: desks(prepared.sittings, prepared.items, new URL(served.url).host) };
  const writing: readonly (readonly [string, () => Promise<Measured>])[] = [
    [`${offered} batches/s offered`, () => openLoop(target, offered, seconds)],
    [`${writers} writers as fast as they can`, () => closedLoop(target, writers, seconds)],
  ];
  const reading: readonly (readonly [string, Reading | null])[] = [
    ['nobody reads', null],
    ['4 readers, a report a second each', { connections: 4, thinkMs: 1000, paths }],
    ['2 readers as fast as they can', { connections: 2, thinkMs: 0, paths }],
  ];
  await closedLoop(target, 20, 2);
  for (const [how, write] of writing) {
    const all = reading.map(() => ({
      rates: [] as number[],
      p50: [] as number[],
      p99: [] as number[],
      lost: 0,
      read: 0,
    }));
    for (let turn = 0; turn < turns; turn += 1)
      for (const [at, [, readers]] of reading.entries()) {
        const own = all[at];
        if (own === undefined) continue;
        const readersAtIt = readers === null ? null : readSteadily(served.url, bearer, readers);
        const { ok, shed, failed, seconds: took, p50, p99 } = await write();
        own.read += (await readersAtIt?.end())?.get(200) ?? 0;
        own.rates.push(ok / took);
        own.p50.push(p50);
        own.p99.push(p99);
        own.lost += shed + failed;
      }
    const alone = median(all[0]?.rates ?? []);
    for (const [at, [who]] of reading.entries()) {
      const own = all[at];
      if (own === undefined) continue;
      const rate = median(own.rates);
      say(
        `${how.padEnd(32)} ${who.padEnd(34)} ${rate.toFixed(0).padStart(5)}/s (${(rate / alone).toFixed(2)}×)  ` +
          `p50 ${median(own.p50).toFixed(1)} ms  p99 ${median(own.p99).toFixed(1)} ms  turned away ${own.lost}` +
          `${own.read === 0 ? '' : `  reports read ${(own.read / turns / seconds).toFixed(0)}/s`}`,
      );
    }
  }
  await served.close();
}

async function prepare(stores: Container): Promise<{ sittings: readonly Sitting[]; items: readonly string[] }> {
  const { id, version, items } = loadInstrument('personality-ipip50');
  const expiresAt = new Date(Date.now() + 3_600_000);
  const made = Array.from({ length: sittings }, () => {
    const [pid, sitting] = [randomUUID(), randomUUID()];
    const actor = { pid, sitting, campaign: 'c', school: 's', region: 'r', instrument: `${id}@${version}`, code: 'g' };
    return { pid, id: sitting, token: stores.tokens.forUpload(actor, expiresAt) };
  });
  await stores.sittings.insertMany(
    made.map(({ pid, id: _id }) => ({
      _id,
      pid,
      campaign: 'c',
      school: 's',
      district: 'd',
      region: 'r',
      instrument: id,
      instrumentVersion: version,
      language: 'kk',
      seed: 1,
      state: 'open',
      openedAt: new Date(),
      submittedAt: null,
      submission: null,
      lastSeq: 0,
      answers: {},
      batches: {},
      origin: 'simulated',
    })),
  );
  return { sittings: made, items: items.map((item) => item.id) };
}
