import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadInstrument } from '../../../instruments/load.ts';
import { startEmbeddedMongod } from '../../../server/bootstrap/embedded-mongod.mjs';
import { createProgress } from '../../../server/bootstrap/progress.mjs';
import { makeContainer } from '../../../server/container.ts';
import type { PupilSession } from '../../../server/contract/session.schema.ts';
import { printCode } from '../../../server/domain/access-code.ts';
import { readSecrets } from '../../../server/secrets.ts';
import { openDatabase } from '../../../server/store/database.ts';
import { ensureIndexes } from '../../../server/store/indexes.ts';
import { derivedIds } from '../../../server/task/replay/derived-ids.ts';
import { provision } from '../../../server/task/replay/provision.ts';
import { makeSender } from '../../../server/task/replay/sender.ts';
import { writeTestSecrets } from '../../secrets.ts';

/**
 * `npm run bench start [pupils]`: a school year's worth of pupils sits down within ten seconds and makes the calls a page makes:
 * code, sitting, instrument, words, sign of life, then a batch of four answers every six seconds or so, handed in at the end. Says
 * how long each kind of call took to be answered, what had to be tried again, and whether every answer is there.
 */
const pupils = Number(process.argv[2] ?? 500);
const withinMs = 10_000;
const answersInBatch = 4;
const pauseMs = 6000;
const batches = 6;

const folder = mkdtempSync(join(tmpdir(), 'ustaz-start-'));
const secretsFile = writeTestSecrets(folder);
const mongod = await startEmbeddedMongod(join(folder, 'data'), createProgress(process.stderr));
const times = new Map<string, number[]>();
let failed = 0;

const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    .replace(/\/\d+\.\d+\.\d+/, '/…')
    .replace(/[?].*$/, '');

try {
  const uri = mongod.uri.replace('/?', '/bench_start?');
  const database = await openDatabase(uri);
  await ensureIndexes(database.db);
  const secrets = readSecrets(secretsFile);
  const stores = makeContainer(database, secrets);
  const { id, version, items } = loadInstrument('personality-ipip50');
  const ids = derivedIds(secrets.codeKey, 'a'.repeat(64));
  const rows = Array.from({ length: pupils }, (_, index) => ({ number: index + 1, answers: {} }));
  const of = { instrument: id, instrumentVersion: version, language: 'kk' as const };
  await provision(stores, ids, rows, of);
  const child = fork(new URL('../ingest/variant.ts', import.meta.url), ['ours', uri, secretsFile], {
    execArgv: ['--import', 'tsx'],
  });
  const url = await urlOf(child);
  const observe = (path: string, ms: number) => times.set(kindOf(path), [...(times.get(kindOf(path)) ?? []), ms]);
  const send = makeSender({ url, patienceMs: 60_000, observe });
  const names = items.map((item) => item.id);

  const sit = async (number: number): Promise<void> => {
    await sleep((withinMs * number) / pupils);
    const code = printCode(ids.code(number));
    const session = await send<PupilSession>('POST', '/api/pupil-sessions', { code, sitting: randomUUID() });
    const { token, uploadToken, sitting } = session;
    const path = `/api/sittings/${sitting.id}`;
    const device = randomUUID();
    await Promise.all([
      send('PUT', path, { language: 'kk', device, takeOver: false }, token),
      send('GET', `/api/instruments/${id}/${version}`, undefined),
      send('GET', `/api/instruments/${id}/${version}/texts/kk`, undefined),
    ]);
    await send('PUT', `${path}/presence`, { lastSeq: 0, device }, uploadToken);
    for (let batch = 0; batch < batches; batch += 1) {
      await sleep(pauseMs * (0.7 + 0.6 * Math.random()));
      const answers = Array.from({ length: answersInBatch }, (_, index) => {
        const seq = batch * answersInBatch + index + 1;
        return {
          item: names[seq - 1],
          value: 1 + (seq % 5),
          seq,
          atMs: 1500 * seq,
          language: 'kk',
          givenAt: Date.now(),
        };
      });
      await send('PUT', `${path}/batches/${randomUUID()}`, { answers }, uploadToken);
    }
    const lastSeq = batches * answersInBatch;
    await send('PUT', `${path}/submission`, { submission: randomUUID(), lastSeq }, uploadToken);
  };
  const all = rows.map(({ number }) =>
    sit(number).catch((error: unknown) => {
      failed += 1;
      process.stderr.write(`${String(error).slice(0, 200)}\n`);
    }),
  );
  await Promise.all(all);
  child.kill();

  const found = database.db.collection<{ state: string; answers: object }>('sittings').find();
  let complete = 0;
  for await (const { state, answers } of found)
    if (state === 'submitted' && Object.keys(answers).length === batches * answersInBatch) complete += 1;
  for (const [kind, values] of [...times].sort()) {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
    process.stdout.write(
      `${kind.padEnd(48)} ${String(values.length).padStart(6)}  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms\n`,
    );
  }
  process.stdout.write(
    `${pupils} pupils in ${withinMs / 1000} s: ${failed} failed, ${complete} complete; load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
  );
  await database.close();
} finally {
  await mongod.stop();
  rmSync(folder, { recursive: true, force: true });
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.on('message', (message: { url?: string }) => message.url !== undefined && resolve(message.url));
  });
}
