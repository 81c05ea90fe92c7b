import mongoose, { type Connection } from 'mongoose';
import { Problem } from '../domain/problem.ts';
import { type Db, MongoServerError } from './driver.ts';

/** A misspelled filter field must fail, never match everything. */
mongoose.set('strictQuery', 'throw');

export type Database = { connection: Connection; db: Db; close(): Promise<void>; ping(): Promise<void> };

/**
 * Opens the one connection pool. Every write waits for a majority with journal; every operation gives up after 3 s, or after
 * the address's own `timeoutMS` (driver 7.7 honours `timeoutMS`; 7.8 does not, see the test of the frozen database).
 * zlib is left out of the compressors because of CVE-2025-14847.
 */
export async function openDatabase(uri: string): Promise<Database> {
  const patienceMs = patienceIn(uri);
  const connection = await mongoose
    .createConnection(uri, {
      timeoutMS: patienceMs,
      serverSelectionTimeoutMS: patienceMs,
      maxPoolSize: 20,
      minPoolSize: 2,
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      compressors: ['none'],
      autoIndex: false,
      autoCreate: false,
      ...(namesDatabase(uri) ? {} : { dbName: 'ustaz' }),
    })
    .asPromise();
  const db = connection.db;
  if (db === undefined) throw new RangeError('openDatabase: the address names no database');
  return {
    connection,
    db,
    close: () => connection.close(),
    ping: async () => {
      await db.command({ ping: 1 }, { timeoutMS: 900 });
    },
  };
}

const patienceIn = (uri: string): number => Number(/[?&]timeoutMS=(\d+)/i.exec(uri)?.[1] ?? 3000);

/** Does the address say which database? The driver's own default would be «test». */
const namesDatabase = (uri: string): boolean => /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/.test(uri);

/** Turns what the driver throws into a problem people can act on; the one place that does. */
export function databaseProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof MongoServerError && error.code === 11000) return new Problem('already-there');
  if (isAway(error)) return new Problem('database-away', { retryAfterS: 3 });
  return error;
}

/** The line broke, or whoever was asked is the primary no more: to ask again at once may help, which after a time-out it may not. */
export const isLineLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof MongoServerError) return typeof error.code === 'number' && movedCodes.has(error.code);
  return lineNames.has(error.name) || isSocketError(error);
};

/** The driver passes on what the socket says where that broke between two writes. */
const isSocketError = (error: Error): boolean =>
  'code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET');

const lineNames = new Set(['MongoNetworkError', 'MongoPoolClearedError', 'PoolClearedOnNetworkError']);
const movedCodes = new Set([91, 189, 10107, 11600, 11602, 13435, 13436]);

const awayNames = new Set([
  'MongoOperationTimeoutError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoPoolClosedError',
  'MongoClientClosedError',
]);
// 50, 64, 262: the time for it was over, here or on the way to the majority; whoever asks again finds it done or does it.
const awayCodes = new Set([50, 64, 262]);

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isLineLost(error) || awayNames.has(error.name)) return true;
  if (error instanceof MongoServerError && typeof error.code === 'number' && awayCodes.has(error.code)) return true;
  return error.name === 'MongoBulkWriteError' && error.cause !== undefined && isAway(error.cause);
}
