import mongoose from 'mongoose';
import type { Db } from './driver.ts';

export type Session = mongoose.mongo.ClientSession;

/**
 * What a node that was killed had written in a transaction stays in the way until the database gives the transaction up: its
 * limit is a minute, and it looks for what is over that every half minute.
 */
const patienceMs = 95_000;
const longestPauseMs = 500;

/** The passing of time, in milliseconds: since some moment, and until so many have passed. */
export type Clock = { now(): number; pause(ms: number): Promise<void> };
const realClock: Clock = {
  now: () => performance.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Does all of it or none of it; after a clash with another writer it is tried again from the start, sooner at first.
 * The driver's own `withTransaction` takes no bulk writes under a client that has a `timeoutMS`.
 */
export async function inTransaction<Outcome>(
  db: Pick<Db, 'client'>,
  work: (session: Session) => Promise<Outcome>,
  clock: Clock = realClock,
): Promise<Outcome> {
  const session = db.client.startSession();
  const until = clock.now() + patienceMs;
  try {
    for (let attempt = 1; ; attempt += 1) {
      session.startTransaction({
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', journal: true },
      });
      try {
        const outcome = await work(session);
        await session.commitTransaction();
        return outcome;
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (!isTransient(error) || clock.now() > until) throw error;
        await clock.pause(Math.min(longestPauseMs, 2 ** attempt) * (0.5 + Math.random() / 2));
      }
    }
  } finally {
    await session.endSession();
  }
}

const isTransient = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoError &&
  (error.hasErrorLabel('TransientTransactionError') || error.hasErrorLabel('UnknownTransactionCommitResult'));
