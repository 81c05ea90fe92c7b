import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { makeContainer } from '../server/container.ts';
import { readSecrets } from '../server/secrets.ts';
import { openDatabase } from '../server/store/database.ts';
import { ensureIndexes } from '../server/store/indexes.ts';
import { seedDemo } from '../server/task/seed-demo.ts';
import { addressOf } from './database.ts';
import { writeRunSecrets } from './secrets.ts';

type Model = { _id: string; ready: boolean };

/**
 * Puts the demo country into a database of the run's mongod that has its indexes: seeded once a run, by whichever file
 * comes first, and copied inside the database afterwards. Sealed with the run's secrets.
 */
export async function copyDemoCountry(uri: string, battery: boolean): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    const name = battery ? 'model_battery' : 'model_demo';
    await makeOnce(client, name);
    await copyAll(client.db(name), client.db());
  } finally {
    await client.close();
  }
}

async function makeOnce(client: MongoClient, name: string): Promise<void> {
  const models = client.db('models').collection<Model>('models');
  try {
    await models.insertOne({ _id: name, ready: false });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== 11_000) throw error;
    await untilReady(() => models.findOne({ _id: name, ready: true }), name);
    return;
  }
  await seed(name);
  await models.updateOne({ _id: name }, { $set: { ready: true } });
}

async function untilReady(look: () => Promise<Model | null>, name: string): Promise<void> {
  for (const until = Date.now() + 100_000; (await look()) === null; await sleep(100))
    if (Date.now() > until) throw new Error(`«${name}» was begun by another file and never became ready`);
}

async function seed(name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-model-'));
  const database = await openDatabase(addressOf(name));
  try {
    await ensureIndexes(database.db);
    const secrets = readSecrets(writeRunSecrets(folder));
    const battery = name === 'model_battery';
    await seedDemo(makeContainer(database, secrets), secrets, () => undefined, { battery, lastYear: false });
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Indexes of `to` stay as they are: $out keeps those of the collection it replaces. */
async function copyAll(from: Db, to: Db): Promise<void> {
  const names = (await from.listCollections({ type: 'collection' }, { nameOnly: true }).toArray()).map(
    (collection) => collection.name,
  );
  await Promise.all(
    names.map(async (coll) => {
      const all = from.collection(coll);
      if ((await all.estimatedDocumentCount()) > 0)
        await all.aggregate([{ $out: { db: to.databaseName, coll } }]).toArray();
    }),
  );
}
