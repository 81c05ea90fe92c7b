import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInstrument } from '../../instruments/load.ts';
import { createSimulator } from '../../scoring/index.ts';
import { startEmbeddedMongod } from '../../server/bootstrap/embedded-mongod.mjs';
import { createProgress } from '../../server/bootstrap/progress.mjs';
import { makeContainer } from '../../server/container.ts';
import { readSecrets } from '../../server/secrets.ts';
import { openDatabase } from '../../server/store/database.ts';
import { ensureIndexes } from '../../server/store/indexes.ts';
import { compareWithFile, keptBack, largestDifference } from '../../server/task/replay/compare.ts';
import { replay } from '../../server/task/replay/replay.ts';
import { writeTestSecrets } from '../secrets.ts';

const instrumentId = 'personality-ipip50';
const rows = 240;

/** The service, or its mongod, is killed in the middle of a replay; the replay goes on, nothing is lost, nothing comes twice. */
describe('kill -9 in the middle of a replay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-kill-'));
  const secretsFile = writeTestSecrets(folder);
  let mongod: Awaited<ReturnType<typeof startEmbeddedMongod>>;
  let port = 0;
  let service: ChildProcess;

  beforeAll(async () => {
    mongod = await startEmbeddedMongod(join(folder, 'data'), createProgress(process.stderr));
    mongod.watch();
    port = await freePort();
    service = await startProcess();
  });
  afterAll(async () => {
    service.kill('SIGKILL');
    await mongod.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const startProcess = (): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      const child = fork(new URL('service-process.mjs', import.meta.url), [mongod.uri, secretsFile, String(port)]);
      child.once('message', () => resolve(child));
      child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
    });

  const killAt: Readonly<Record<string, () => Promise<void>>> = {
    'the service': async () => {
      service.kill('SIGKILL');
      await new Promise((resolve) => service.once('exit', resolve));
      service = await startProcess();
    },
    'its mongod': async () => {
      const record: { process: string } = JSON.parse(readFileSync(join(folder, 'data/mongod.json'), 'utf8'));
      process.kill(Number.parseInt(record.process, 10), 'SIGKILL');
    },
  };

  it.each(Object.entries(killAt))('loses and doubles nothing when %s is killed', async (victim, kill) => {
    const file = writeAnswers(folder, victim === 'the service' ? 1 : 2);
    const database = await openDatabase(mongod.uri);
    await ensureIndexes(database.db);
    const secrets = readSecrets(secretsFile);
    const stores = makeContainer(database, secrets);
    let killed: Promise<void> | null = null;
    const options = {
      instrument: instrumentId,
      file,
      url: `http://127.0.0.1:${port}`,
      language: 'en' as const,
      concurrency: 16,
      patienceMs: 120_000,
      notice: () => undefined,
    };
    const outcome = await replay(stores, secrets, {
      ...options,
      progress: (done) => {
        if (done >= rows / 3) killed ??= kill();
      },
    });
    await killed;
    expect(killed).not.toBeNull();
    expect(outcome.sent + outcome.wasThere).toBe(rows);
    expect(outcome.report.rows[0]?.participation).toMatchObject({ pupils: rows, started: rows, submitted: rows });
    const compared = compareWithFile(outcome.plan, outcome.replayed, outcome.report);
    const difference = largestDifference(compared);
    expect(keptBack(compared)).toBe(0);
    expect(difference).not.toBeNull();
    expect(difference).toBeLessThan(1e-9);

    const stored = await database.db.collection('sittings').find({ campaign: outcome.report.campaign.id }).toArray();
    expect(stored).toHaveLength(rows);
    expect(stored.every(({ answers }) => Object.keys(answers).length === 50)).toBe(true);
    const again = await replay(stores, secrets, { ...options, progress: () => undefined });
    expect([again.sent, again.wasThere]).toEqual([0, rows]);
    await database.close();
  });
});

function writeAnswers(folder: string, seed: number): string {
  const simulate = createSimulator(loadInstrument(instrumentId));
  const items = loadInstrument(instrumentId).items.map(({ id }) => id);
  const lines = Array.from({ length: rows }, (_, row) => {
    const { answers } = simulate(seed * 10_000 + row);
    return items.map((item) => answers[item]).join(',');
  });
  const file = join(folder, `answers-${seed}.csv`);
  writeFileSync(file, `${[items.join(','), ...lines].join('\n')}\n`);
  return file;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
