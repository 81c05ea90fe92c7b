import mongoose from 'mongoose';
import { afterAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../database.ts';

describe('the database of the tests', () => {
  const mine = freshDatabase();
  const client = new mongoose.mongo.MongoClient(mine.uri);
  afterAll(() => client.close());

  it('is a replica set of one, with journal and without scripts or compression', async () => {
    const admin = client.db().admin();
    expect(await admin.command({ hello: 1 })).toMatchObject({ isWritablePrimary: true, setName: 'ustaz0' });
    const { parsed } = await admin.command({ getCmdLineOpts: 1 });
    expect(parsed).toMatchObject({
      net: { bindIp: '127.0.0.1', compression: { compressors: 'disabled' } },
      security: { javascriptEnabled: false },
      storage: { engine: 'wiredTiger' },
    });
  });

  it('gives each asker a name of its own, which the address leads to', async () => {
    expect(client.db().databaseName).toBe(mine.name);
    expect(freshDatabase().name).not.toBe(mine.name);
    const notes = client.db().collection('notes');
    await notes.insertOne({ text: 'kept' }, { writeConcern: { w: 'majority', journal: true } });
    expect(await notes.countDocuments()).toBe(1);
  });
});
