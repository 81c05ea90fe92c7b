import type { RepeatReason } from '../domain/repeat.ts';
import type { Db } from './driver.ts';

/** A further sitting that a counsellor has offered: `round` 2 for the first repeat within a campaign. */
export type RepeatDocument = {
  _id: string;
  pid: string;
  campaign: string;
  round: number;
  reason: RepeatReason;
  offeredBy: string;
  offeredAt: Date;
};

export type RepeatStore = ReturnType<typeof repeatStore>;

/** Offers of a repeat. Which round a pupil is in is said here; the sittings of all rounds are kept. */
export function repeatStore(db: Db) {
  const repeats = db.collection<RepeatDocument>('repeats');
  return {
    latest: (pid: string, campaign: string) => repeats.find({ pid, campaign }).sort({ round: -1 }).limit(1).next(),
    add: (offer: RepeatDocument) => repeats.insertOne(offer),
    remove: (id: string) => repeats.deleteOne({ _id: id }),
  };
}
