import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../server/bootstrap/mongod.mjs';
import { mongodFlags, replicaSetName } from '../server/bootstrap/mongod-flags.mjs';
import { createProgress } from '../server/bootstrap/progress.mjs';
import { makeTestSecrets } from './secrets.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's replica set, with no database name. */
    mongoUri: string;
    /** The run's secrets, as a secrets file has them. */
    secrets: string;
  }
}

declare global {
  /** On globalThis, because each vitest project loads its own copy of this file. */
  var ustazReplicaSet: { started: Promise<MongoMemoryReplSet>; users: number; secrets: string } | undefined;
}

/** One replica set for the run, whichever projects are in it; the last to leave stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.ustazReplicaSet ??= { started: startReplicaSet(), users: 0, secrets: makeTestSecrets() };
  const shared = globalThis.ustazReplicaSet;
  shared.users += 1;
  const replicaSet = await shared.started;
  project.provide('mongoUri', replicaSet.getUri());
  project.provide('secrets', shared.secrets);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await discard(replicaSet);
  };
}

/** A single-node replica set; also for a test that needs one of its own, to freeze or to kill. */
export async function startReplicaSet(): Promise<MongoMemoryReplSet> {
  const systemBinary = process.env.USTAZ_TEST_MONGOD || (await findMongod(createProgress(process.stderr))).path;
  // The binary is the one we found, whatever version the library would have fetched; only its environment can say so.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const dbPath = mkdtempSync(join(folderForData(), 'ustaz-mongod-'));
  process.once('exit', () => rmSync(dbPath, { recursive: true, force: true }));
  return MongoMemoryReplSet.create({
    binary: { systemBinary },
    replSet: { count: 1, name: replicaSetName, storageEngine: 'wiredTiger', args: mongodFlags, ip: '127.0.0.1' },
    instanceOpts: [{ dbPath, storageEngine: 'wiredTiger' }],
  });
}

/** Of memory where the machine has plenty: each write still waits for its journal, but not for a disk. */
function folderForData(): string {
  const need = 4 * 2 ** 30;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > need && freemem() > 2 * need ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Killed, not asked to end: writing down what is thrown away takes it more than ten seconds. */
async function discard(replicaSet: MongoMemoryReplSet): Promise<void> {
  for (const { instanceInfo } of replicaSet.servers) {
    const mongod = instanceInfo?.instance.mongodProcess;
    if (mongod === undefined || mongod.exitCode !== null) continue;
    const exited = once(mongod, 'exit');
    mongod.kill('SIGKILL');
    await exited;
  }
}
