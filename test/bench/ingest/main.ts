import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadInstrument } from '../../../instruments/load.ts';
import { startEmbeddedMongod } from '../../../server/bootstrap/embedded-mongod.mjs';
import { createProgress } from '../../../server/bootstrap/progress.mjs';
import { tokens } from '../../../server/http/tokens.ts';
import { readSecrets } from '../../../server/secrets.ts';
import { openDatabase } from '../../../server/store/database.ts';
import { ensureIndexes } from '../../../server/store/indexes.ts';
import { sittingStore } from '../../../server/store/sittings.ts';
import { desks, type Sitting } from './desks.ts';
import { closedLoop, type Measured, openLoop } from './load.ts';

/**
 * `npm run bench ingest [seconds] [kinds]`: durable answer batches a second, as pupils' pages send them, beside the same Express
 * app that only echoes and one that writes each request by itself. Each sitting gets what its form has answers for, and no more.
 */
const seconds = Number(process.argv[2] ?? 6);
const kinds = (process.argv[3] ?? 'ours,plain,echo').split(',');
/** Enough for the fastest of the three: ten batches each. */
const sittings = 16_000;
const folder = mkdtempSync(join(tmpdir(), 'ustaz-bench-'));
const secretsFile = join(folder, 'secrets.json');
const key = () => randomBytes(32).toString('base64');
writeFileSync(
  secretsFile,
  JSON.stringify({
    masterKeys: [{ id: 'k', key: key() }],
    tokenKeys: [{ id: 't', key: key() }],
    codeKey: key(),
    lookupKey: key(),
    auditKey: key(),
  }),
  { mode: 0o600 },
);

const mongod = await startEmbeddedMongod(join(folder, 'data'), createProgress(process.stderr));
const mongodPid = Number.parseInt(JSON.parse(readFileSync(join(folder, 'data/mongod.json'), 'utf8')).process, 10);
try {
  for (const kind of kinds) await measure(kind);
} finally {
  await mongod.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(kind: string): Promise<void> {
  const uri = mongod.uri.replace('/?', `/bench_${kind}?`);
  const prepared = await prepare(uri);
  const child = fork(new URL('variant.ts', import.meta.url), [kind, uri, secretsFile], {
    execArgv: ['--import', 'tsx'],
  });
  const url = await answerOf(child, 'url');
  const target = { url, desks: desks(prepared.sittings, prepared.items, new URL(url).host) };
  await closedLoop(target, 20, 2);
  for (const connections of [1, 50, 500]) {
    const before = await cpu(child);
    const result = await closedLoop(target, connections, seconds);
    const after = await cpu(child);
    report(kind, `${connections} connections`, result, after.server - before.server, after.mongod - before.mongod);
  }
  if (kind === 'ours') report(kind, 'open loop, 5,000/s offered', await openLoop(target, 5000, 6), 0, 0);
  child.disconnect();
}

function report(
  kind: string,
  what: string,
  { ok, shed, failed, seconds: took, p50, p99, shedP99 }: Measured,
  server: number,
  database: number,
): void {
  const perRequest = (us: number): string => (us === 0 || ok === 0 ? '–' : (us / ok).toFixed(0));
  process.stdout.write(
    `${kind.padEnd(6)} ${what.padEnd(28)} ${(ok / took).toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ` +
      `µs CPU a request: server ${perRequest(server)}, mongod ${perRequest(database)}` +
      `${shed > 0 ? `  503: ${shed} (p99 ${shedP99.toFixed(1)} ms)` : ''}${failed > 0 ? `  failed: ${failed}` : ''}\n`,
  );
}

async function prepare(uri: string): Promise<{ sittings: readonly Sitting[]; items: readonly string[] }> {
  const { id, version, items } = loadInstrument('personality-ipip50');
  const database = await openDatabase(uri);
  await ensureIndexes(database.db);
  const signer = tokens(readSecrets(secretsFile).tokenKeys);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const made = Array.from({ length: sittings }, () => {
    const [pid, sitting] = [randomUUID(), randomUUID()];
    const actor = { pid, sitting, campaign: 'c', school: 's', region: 'r', instrument: `${id}@${version}`, code: 'g' };
    return { pid, id: sitting, token: signer.forUpload(actor, expiresAt) };
  });
  await sittingStore(database.db).insertMany(
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
  await database.close();
  return { sittings: made, items: items.map((item) => item.id) };
}

async function cpu(child: ChildProcess): Promise<{ server: number; mongod: number }> {
  child.send('cpu');
  const { user, system } = await answerOf<{ user: number; system: number }>(child, 'cpu');
  const fields = readFileSync(`/proc/${mongodPid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { server: user + system, mongod: ticks * 10_000 };
}

function answerOf<T = string>(child: ChildProcess, field: string): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    const take = (message: Record<string, T>): void => {
      const value = message[field];
      if (value === undefined) return;
      child.off('message', take);
      resolve(value);
    };
    child.on('message', take);
  });
}
