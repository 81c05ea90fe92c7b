import mongoose from 'mongoose';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/store/database.ts';
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

describe('the database of the service', () => {
  it.each([
    ['', 3000],
    ['timeoutMS=30000', 30_000],
  ])('is waited for 3 s, or as long as its address says: «%s»', async (said, waitMs) => {
    const uri = new URL(freshDatabase().uri);
    uri.searchParams.delete('timeoutMS');
    const { href } = uri;
    const database = await openDatabase(said === '' ? href : `${href}${uri.search === '' ? '?' : '&'}${said}`);
    const { timeoutMS, serverSelectionTimeoutMS } = database.connection.getClient().options;
    expect([timeoutMS, serverSelectionTimeoutMS]).toEqual([waitMs, waitMs]);
    await database.close();
  });
});
