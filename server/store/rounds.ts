import type {
  Decision,
  DepartureKind,
  NewPlace,
  NewRound,
  ReserveKind,
  Round,
  RoundOutcome,
  RoundState,
} from '../contract/round.schema.ts';
import type { Language } from '../domain/language.ts';
import type { Db } from './driver.ts';

/** A place as the round froze it: what the seat was when the round was opened. */
export type RoundPlace = NewPlace & {
  id: string;
  subject: string;
  language: Language;
  organisation: string;
  form: 'full-time' | 'part-time' | 'distance';
  funding: 'grant' | 'paid' | 'sponsor';
  after: 'grade-9' | 'grade-11';
  sponsor: string | null;
  /** Seats that went back to the table once nobody waited for them. */
  returned?: number;
};

type Departure = Decision['departures'][number];

/** As it is stored; one decided before departures had a kind has none. */
export type StoredDeparture = Omit<Departure, 'kind'> & Partial<Pick<Departure, 'kind'>>;

export type RoundDocument = Omit<NewRound, 'places' | 'wishesUntil'> & {
  _id: string;
  region: string;
  state: RoundState;
  wishesUntil: Date;
  places: RoundPlace[];
  lotterySeed: string | null;
  proposal: RoundOutcome | null;
  decision: (Omit<Decision, 'departures'> & { departures: StoredDeparture[] }) | null;
  history: {
    at: Date;
    by: string;
    who: string;
    what: Round['history'][number]['what'];
    reason?: string | null;
  }[];
  demo: boolean;
};

/** What a pupil chose in a round; `frozen` once the pool is: the code, and what of the pupil's place the rules may look at. */
export type ChoiceDocument = {
  /** `round|pid` */
  _id: string;
  round: string;
  pid: string;
  wishes: string[];
  at: Date;
  reserves: { kind: ReserveKind; basis: string; by: string; at: Date }[];
  frozen: null | { code: string; district: string; language: Language; locality: 'rural' | 'urban' };
  proposed: string | null;
  /** Where the commission decided otherwise, and why; null: as proposed. */
  departure: null | { place: string | null; kind?: DepartureKind; reason: string };
  demo: boolean;
};

export type RoundStore = ReturnType<typeof roundStore>;

export function roundStore(db: Db) {
  const rounds = db.collection<RoundDocument>('rounds');
  const choices = db.collection<ChoiceDocument>('choices');
  return {
    add: async (record: RoundDocument): Promise<void> => {
      await rounds.insertOne(record);
    },
    byId: (id: string) => rounds.findOne({ _id: id }),
    ofRegion: (region: string) => rounds.find({ region }).sort({ wishesUntil: -1 }).limit(500).toArray(),
    all: () =>
      rounds
        .find({ region: { $gt: '' } })
        .sort({ region: 1, wishesUntil: -1 })
        .limit(500)
        .toArray(),
    /** Rounds whose places are decided: what may lapse and move up. */
    decided: async (): Promise<string[]> =>
      (
        await rounds
          .find({ state: 'final' }, { projection: { _id: 1 } })
          .sort({ _id: 1 })
          .toArray()
      ).map(({ _id }) => _id),
    /** Moves on from the state it was read in; false where someone else was first. */
    advance: async (
      from: Pick<RoundDocument, '_id' | 'state'>,
      set: Partial<Pick<RoundDocument, 'state' | 'proposal' | 'decision' | 'places'>>,
      event: RoundDocument['history'][number],
    ): Promise<boolean> =>
      (await rounds.updateOne({ _id: from._id, state: from.state }, { $set: set, $push: { history: event } }))
        .matchedCount === 1,
    /** The lottery's number, once: a frozen round that has one keeps it. */
    publishSeed: (id: string, lotterySeed: string) =>
      rounds.updateOne({ _id: id, state: 'frozen', lotterySeed: null }, { $set: { lotterySeed } }),
    /** Places that rounds have put aside, by line: what is left of an offer is its count less this. */
    committed: async (lines: readonly string[]): Promise<Map<string, number>> => {
      const found = await rounds
        .find({ $or: [{ 'places.seat': { $in: [...lines] } }, { 'places.grant': { $in: [...lines] } }] })
        .toArray();
      const sums = new Map<string, number>();
      for (const { state, places } of found) {
        if (state === 'cancelled') continue;
        for (const { seat, grant, quota, returned = 0 } of places)
          for (const line of [seat, grant]) if (line !== null) sums.set(line, (sums.get(line) ?? 0) + quota - returned);
      }
      return sums;
    },

    choice: (round: string, pid: string) => choices.findOne({ _id: `${round}|${pid}` }),
    choicesOf: (round: string) => choices.find({ round }).sort({ _id: 1 }).toArray(),
    wishingIn: (round: string) => choices.countDocuments({ round, 'wishes.0': { $exists: true } }),
    addChoices: async (all: readonly ChoiceDocument[]): Promise<void> => {
      if (all.length > 0) await choices.insertMany([...all]);
    },
    /** Keeps a pupil's wishes of an open round; an empty list takes them back. */
    wish: (round: string, pid: string, wishes: readonly string[], at: Date, demo: boolean) =>
      choices.updateOne(
        { _id: `${round}|${pid}` },
        {
          $set: { wishes: [...wishes], at },
          $setOnInsert: { round, pid, reserves: [], frozen: null, proposed: null, departure: null, demo },
        },
        { upsert: true },
      ),
    mark: (round: string, pid: string, reserve: ChoiceDocument['reserves'][number]) =>
      choices.updateOne({ _id: `${round}|${pid}` }, { $push: { reserves: reserve } }),
    /** Writes what the pool, the proposal or the decision says of each. */
    note: async (
      all: readonly (Pick<ChoiceDocument, '_id'> &
        Partial<Pick<ChoiceDocument, 'frozen' | 'proposed' | 'departure'>>)[],
    ): Promise<void> => {
      if (all.length === 0) return;
      await choices.bulkWrite(
        all.map(({ _id, ...set }) => ({ updateOne: { filter: { _id }, update: { $set: set } } })),
        { ordered: false },
      );
    },
  };
}
