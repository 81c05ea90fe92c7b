import mongoose from 'mongoose';
import type { Db } from './driver.ts';

export type Session = mongoose.mongo.ClientSession;

const mostTries = 40;

/**
 * Does all of it or none of it; a clash with another writer is tried again from the start. The driver's own `withTransaction`
 * takes no bulk writes under a client that has a `timeoutMS`.
 */
export async function inTransaction<Outcome>(db: Db, work: (session: Session) => Promise<Outcome>): Promise<Outcome> {
  const session = db.client.startSession();
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
        if (!isTransient(error) || attempt >= mostTries) throw error;
      }
    }
  } finally {
    await session.endSession();
  }
}

const isTransient = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoError &&
  (error.hasErrorLabel('TransientTransactionError') || error.hasErrorLabel('UnknownTransactionCommitResult'));
