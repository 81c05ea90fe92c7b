import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type EmbeddedMongod, startEmbeddedMongod } from '../../server/bootstrap/embedded-mongod.mjs';
import { findMongod } from '../../server/bootstrap/mongod.mjs';
import { isStillRunning } from '../../server/bootstrap/process-identity.mjs';
import { silent } from '../../server/bootstrap/progress.mjs';
import { temporaryFolder } from '../unit/bootstrap/temporary-folder.ts';

let binary: string;

beforeAll(async () => {
  binary = process.env.USTAZ_TEST_MONGOD || (await findMongod(silent)).path;
  vi.stubEnv('MONGOMS_SYSTEM_BINARY', binary);
  return () => vi.unstubAllEnvs();
});

async function start(dataDir: string): Promise<EmbeddedMongod> {
  const mongod = await startEmbeddedMongod(dataDir, silent);
  onTestFinished(() => mongod.stop());
  return mongod;
}

async function withNotes<T>(uri: string, use: (notes: mongoose.mongo.Collection) => Promise<T>): Promise<T> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  return use(client.db('t').collection('notes')).finally(() => client.close());
}

const count = (uri: string) => withNotes(uri, (notes) => notes.countDocuments());
const write = (uri: string) =>
  withNotes(uri, (notes) => notes.insertOne({}, { writeConcern: { w: 'majority', journal: true } }));
const record = (dataDir: string) => JSON.parse(readFileSync(join(dataDir, 'mongod.json'), 'utf8'));
const pidOf = (dataDir: string) => Number.parseInt(record(dataDir).process, 10);

/** A node of its own that starts the mongod of a data folder and then does nothing. */
async function otherNode(dataDir: string): Promise<ChildProcess> {
  const door = new URL('../../server/bootstrap/embedded-mongod.mjs', import.meta.url).href;
  const script = `const { startEmbeddedMongod } = await import('${door}');
    await startEmbeddedMongod('${dataDir}', { say() {}, step: (_, work) => work() });
    console.log('up'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the embedded mongod', () => {
  it('keeps its data and its port from one start to the next', async () => {
    const dataDir = temporaryFolder();
    const first = await startEmbeddedMongod(dataDir, silent);
    await write(first.uri);
    await first.stop();
    const second = await start(dataDir);
    expect(second).toMatchObject({ uri: first.uri, wasRunning: false });
    expect(await count(second.uri)).toBe(1);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(record(dataDir)).toMatchObject({ binary, replicaSet: 'ustaz0', port: Number(new URL(first.uri).port) });
  });

  it('outlives a kill -9 of its node and is taken over as it is', async () => {
    const dataDir = temporaryFolder();
    const node = await otherNode(dataDir);
    node.kill('SIGKILL');
    await once(node, 'close');
    const pid = pidOf(dataDir);
    const mongod = await start(dataDir);
    expect([mongod.wasRunning, pidOf(dataDir)]).toEqual([true, pid]);
    await write(mongod.uri);
  });

  it('is one, where two begin at once', async () => {
    const dataDir = temporaryFolder();
    const [first, second] = await Promise.all([start(dataDir), start(dataDir)]);
    expect(second.uri).toBe(first.uri);
    expect([first.wasRunning, second.wasRunning].sort()).toEqual([false, true]);
  });

  it('is started again when it is killed, and has kept what was acknowledged', async () => {
    const dataDir = temporaryFolder();
    const mongod = await start(dataDir);
    mongod.watch();
    await write(mongod.uri);
    const killed = record(dataDir).process;
    process.kill(pidOf(dataDir), 'SIGKILL');
    await vi.waitUntil(() => record(dataDir).process !== killed && isStillRunning(record(dataDir).process), {
      timeout: 20_000,
    });
    expect(await count(mongod.uri)).toBe(1);
  });

  it('recovers from its own kill -9 and that of its node', async () => {
    const dataDir = temporaryFolder();
    const node = await otherNode(dataDir);
    await write(`mongodb://${record(dataDir).host}/?replicaSet=ustaz0`);
    process.kill(pidOf(dataDir), 'SIGKILL');
    node.kill('SIGKILL');
    await wait(100);
    const mongod = await start(dataDir);
    expect(mongod.wasRunning).toBe(false);
    expect(await count(mongod.uri)).toBe(1);
  });

  it('says so when its port is taken by something else', async () => {
    const dataDir = temporaryFolder();
    await (await startEmbeddedMongod(dataDir, silent)).stop();
    const { port } = record(dataDir);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    await expect(startEmbeddedMongod(dataDir, silent)).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
  });

  it('does not open the files of another version', async () => {
    const dataDir = temporaryFolder();
    await (await startEmbeddedMongod(dataDir, silent)).stop();
    writeFileSync(
      join(dataDir, 'mongod.json'),
      JSON.stringify({ ...record(dataDir), binary: '/absent', version: '4.2.1' }),
    );
    await expect(startEmbeddedMongod(dataDir, silent)).rejects.toThrow('was written by mongod 4.2.1');
  });

  it('tells where to look when its files are broken', async () => {
    const dataDir = temporaryFolder();
    await (await startEmbeddedMongod(dataDir, silent)).stop();
    writeFileSync(join(dataDir, 'mongo/storage.bson'), 'broken');
    await expect(startEmbeddedMongod(dataDir, silent)).rejects.toThrow('mongod.log');
  });
});
