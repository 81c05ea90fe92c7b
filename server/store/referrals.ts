import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { CheckIn, FollowUp } from '../contract/referral.schema.ts';
import { Problem } from '../domain/problem.ts';
import { type ReferralEvent, stateOf } from '../domain/referral/history.ts';
import { holdsSeat } from '../domain/referral/status.ts';
import { databaseProblem } from './database.ts';
import type { Db, Filter } from './driver.ts';
import type { RoundPlace } from './rounds.ts';

export type ReferralDocument = FollowUp & {
  _id: string;
  /** On the letter: region, year, number within them. */
  number: string;
  code: string;
  pid: string;
  region: string;
  round: string;
  year: number;
  organisation: string;
  seat: string;
  grant: string | null;
  place: RoundPlace;
  events: ReferralEvent[];
  checkIns: (CheckIn & { at: Date })[];
  letter: { order: string; signedOn: string; signatory: string };
  demo: boolean;
};

export type ReferralStore = ReturnType<typeof referralStore>;

/** Referrals: a history of steps that only grows, and what became of the person years later. */
export function referralStore(db: Db, letterKey: KeyObject) {
  const referrals = db.collection<ReferralDocument>('referrals');
  const numbers = db.collection<{ _id: string; last: number }>('referralNumbers');
  const held = async (field: 'seat' | 'grant', lines: readonly string[], now: Date): Promise<Map<string, number>> => {
    const counts = new Map<string, number>();
    const filter: Filter<ReferralDocument> = { [field]: { $in: [...lines] } };
    for await (const one of referrals.find(filter)) {
      const line = one[field];
      const state = stateOf(one.events, now);
      if (line !== null && state !== null && holdsSeat(state.status)) counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    return counts;
  };
  const mac = (id: string): string =>
    createHmac('sha256', letterKey).update(`letter|${id}`).digest('base64url').slice(0, 22);
  return {
    add: async (all: readonly ReferralDocument[]): Promise<void> => {
      if (all.length > 0) await referrals.insertMany([...all]);
    },
    /** Adds what is not there yet: an offer that another process has made of the same place stays as it is. Gives how many. */
    async addNew(all: readonly ReferralDocument[]): Promise<number> {
      let added = 0;
      for (const one of all) if (await isNew(referrals.insertOne(one))) added += 1;
      return added;
    },
    byId: (id: string) => referrals.findOne({ _id: id }),
    byNumber: (number: string) => referrals.findOne({ number }),
    ofPupil: (pid: string) => referrals.find({ pid }).sort({ _id: 1 }).toArray(),
    ofRound: (round: string) => referrals.find({ round }).toArray(),
    ofRegion: (region: string) => referrals.find({ region }).sort({ year: -1 }).limit(5000).toArray(),
    all: () =>
      referrals
        .find({ region: { $gt: '' } })
        .sort({ region: 1, year: -1 })
        .limit(100_000)
        .toArray(),
    ofOrganisation: (organisation: string) => referrals.find({ organisation }).sort({ year: -1 }).limit(5000).toArray(),
    heldBySeat: (lines: readonly string[], now: Date) => held('seat', lines, now),
    heldByGrant: (lines: readonly string[], now: Date) => held('grant', lines, now),
    /** Adds a step to the history it was decided on; false where another step came first. */
    step: async (id: string, length: number, event: ReferralEvent): Promise<boolean> =>
      (await referrals.updateOne({ _id: id, events: { $size: length } }, { $push: { events: event } })).matchedCount ===
      1,
    checkIn: (id: string, checkIn: ReferralDocument['checkIns'][number]) =>
      referrals.updateOne({ _id: id }, { $push: { checkIns: checkIn } }),
    followUp: (id: string, followUp: FollowUp) => referrals.updateOne({ _id: id }, { $set: followUp }),
    /** `count` new numbers of a region and year, without gaps or doubles: gives the first. */
    async numbers(region: string, year: number, count: number): Promise<number> {
      const counter = await numbers.findOneAndUpdate(
        { _id: `${region}|${year}` },
        { $inc: { last: count } },
        { upsert: true, returnDocument: 'after' },
      );
      return (counter?.last ?? count) - count + 1;
    },
    /** What stands in a letter's QR code: the referral and a keyed proof, so that no one can try numbers. */
    token: (id: string): string => `${id}.${mac(id)}`,
    /** The referral that a token proves, or null. */
    async byToken(token: string): Promise<ReferralDocument | null> {
      const [id = '', proof = ''] = token.split('.');
      const [given, right] = [Buffer.from(proof), Buffer.from(mac(id))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      return referrals.findOne({ _id: id });
    },
  };
}

/** False where the database has it already. */
async function isNew(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    const problem = databaseProblem(error);
    if (problem instanceof Problem && problem.slug === 'already-there') return false;
    throw error;
  }
}
