import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchDigest } from '../../server/domain/batch.ts';
import { answerWriter, type BatchWrite } from '../../server/store/answer-writer.ts';
import { type Database, databaseProblem, openDatabase } from '../../server/store/database.ts';
import { type Device, nextBatch, openDevices, stored } from '../faults/upload.ts';
import { startService, type TestService } from './harness.ts';

const { MongoNetworkError, MongoServerError } = mongoose.mongo;
const lost = new MongoNetworkError('connection closed');
const moved = new MongoServerError({ message: 'not primary', code: 10107 });
const pipe = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });

describe('a line to the database that breaks', () => {
  let service: TestService;
  let database: Database;
  let device: Device;
  beforeAll(async () => {
    service = await startService({ demo: false });
    database = await openDatabase(service.mongoUri);
    [device] = (await openDevices(service.mongoUri, service.secrets, 1)) as [Device];
  });
  afterAll(async () => {
    await database.close();
    await service.close();
  });

  /** The database, of whose commands the first breaks: before it was carried out, or after, so that only the reply is lost. */
  const breaking = (error: Error, when: 'before' | 'after') => {
    let left = 1;
    return new Proxy(database.db, {
      get: (db, name) => {
        if (name !== 'command') return Reflect.get(db, name).bind?.(db) ?? Reflect.get(db, name);
        return async (command: object) => {
          if (left === 0) return db.command(command);
          left = 0;
          if (when === 'after') await db.command(command);
          throw error;
        };
      },
    });
  };
  const next = async (): Promise<BatchWrite> => {
    const { pid = '' } = (await stored(service.mongoUri, [device])).get(device.sitting) ?? {};
    const { id, answers } = nextBatch(device);
    return { sitting: device.sitting, pid, batch: id, digest: batchDigest(answers), answers, at: new Date() };
  };

  it.each([
    ['the connection was closed', lost],
    ['the primary is another now', moved],
    ['the socket was half closed', pipe],
  ])('is tried once more at once: %s', async (_, error) => {
    const write = await next();
    expect(await answerWriter(breaking(error, 'before'))(write)).toBe('stored');
    const lateReply = await next();
    expect(await answerWriter(breaking(error, 'after'))(lateReply)).toBe('repeated');
    const sitting = (await stored(service.mongoUri, [device])).get(device.sitting);
    expect(Object.keys(sitting?.batches ?? {}).sort()).toEqual(device.sent.map(({ id }) => id).sort());
    expect(sitting?.lastSeq).toBe(device.sent.length);
  });

  it('is not waited for twice where the time was over, and a bug stays a bug', async () => {
    const late = new mongoose.mongo.MongoOperationTimeoutError('timed out');
    const bug = new TypeError('x is undefined');
    for (const error of [late, bug]) {
      const write = await next();
      await expect(answerWriter(breaking(error, 'before'))(write)).rejects.toBe(error);
      expect(await answerWriter(database.db)(write)).toBe('stored');
    }
  });

  it('is told as a database that is away', () => {
    for (const error of [lost, moved, pipe]) expect(databaseProblem(error)).toMatchObject({ slug: 'database-away' });
    const bug = new TypeError('x is undefined');
    expect(databaseProblem(bug)).toBe(bug);
  });

  it('asks for the disks of a majority by itself: a bare command has none of the client’s settings', async () => {
    const asked: unknown[] = [];
    const listening = new Proxy(database.db, {
      get: (db, name) =>
        name === 'command'
          ? (command: { writeConcern?: unknown }) => {
              asked.push(command.writeConcern);
              return db.command(command);
            }
          : (Reflect.get(db, name).bind?.(db) ?? Reflect.get(db, name)),
    });
    expect(await answerWriter(listening)(await next())).toBe('stored');
    expect(asked).toEqual([{ w: 'majority', j: true }]);
  });

  it('throws what the database says of a single write', async () => {
    const write = await next();
    const wrong = { ...write, batch: '$bad..path' };
    await expect(answerWriter(database.db)(wrong)).rejects.toThrow(MongoServerError);
  });
});
