import type { NewGrant, NewNeed, NewSeat, OrganisationKind } from '../contract/alliance.schema.ts';
import type {
  FeedbackSide,
  NewFeedback,
  NewPractice,
  NewProgrammeLine,
  PracticeState,
} from '../contract/practice.schema.ts';
import type { Words } from '../domain/language.ts';
import type { Collection, Db, Filter } from './driver.ts';

export type Organisation = { _id: string; kind: OrganisationKind; names: Words; region: string | null; demo: boolean };

/** What a line was before a change, who changed it and when. */
export type LineEvent = { at: Date; by: string; state: 'open' | 'withdrawn'; count: number };
type Line = LineEvent & { _id: string; history: LineEvent[]; demo: boolean };

export type NeedDocument = NewNeed & Line & { region: string; school: string | null; askedBy: string };
export type SeatDocument = NewSeat & Line & { organisation: string };
export type GrantDocument = NewGrant & Line & { sponsor: string };

export type PracticeDocument = NewPractice & {
  _id: string;
  region: string;
  state: PracticeState;
  organisation: string | null;
  assigned: number;
  history: { to: PracticeState; at: Date; by: string; who: string }[];
  demo: boolean;
};

export type FeedbackDocument = NewFeedback & { _id: string; by: string; at: Date; demo: boolean };
export type FeedbackMeans = {
  _id: { organisation: string; year: number; about: NewFeedback['about'] };
  n: number;
} & Record<FeedbackSide, number>;

export type ProgrammeDocument = NewProgrammeLine & { _id: string; by: string; changedAt: Date; demo: boolean };

export type AllianceStore = ReturnType<typeof allianceStore>;

const most = 5000;

/** Needs, seats and money of the Alliance, and what schools and universities tell each other. No pupil stands here. */
export function allianceStore(db: Db) {
  const organisations = db.collection<Organisation>('organisations');
  const practices = db.collection<PracticeDocument>('practices');
  const feedback = db.collection<FeedbackDocument>('feedback');
  const programme = db.collection<ProgrammeDocument>('programme');
  return {
    organisations: () =>
      organisations
        .find({}, { hint: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(1000)
        .toArray(),
    organisation: (id: string) => organisations.findOne({ _id: id }),
    addOrganisations: async (all: readonly Organisation[]): Promise<void> => addMissing(organisations, all),

    needs: lines(db.collection<NeedDocument>('needs')),
    seats: lines(db.collection<SeatDocument>('seats')),
    grants: lines(db.collection<GrantDocument>('grants')),

    addPractices: async (all: readonly PracticeDocument[]): Promise<void> => addMissing(practices, all),
    practice: (id: string) => practices.findOne({ _id: id }),
    practicesOf: (schools: readonly string[]) =>
      practices
        .find({ school: { $in: [...schools] } })
        .sort({ from: -1, _id: 1 })
        .limit(most)
        .toArray(),
    /** Those nobody has taken yet, and a university's own. */
    practicesFor: (organisation: string) =>
      practices
        .find({ organisation: { $in: [null, organisation] } })
        .sort({ from: -1, _id: 1 })
        .limit(most)
        .toArray(),
    /** Takes the step unless someone else was first; false where the state is another by now. */
    stepPractice: async (
      id: string,
      from: PracticeState,
      step: PracticeDocument['history'][number],
      set: Pick<PracticeDocument, 'organisation' | 'assigned'>,
    ): Promise<boolean> =>
      (
        await practices.updateOne(
          { _id: id, state: from },
          { $set: { ...set, state: step.to }, $push: { history: step } },
        )
      ).matchedCount === 1,

    addFeedback: async (all: readonly FeedbackDocument[]): Promise<void> => addMissing(feedback, all),
    feedbackBy: (by: string) => feedback.countDocuments({ by }),
    feedbackMeans: (organisation: string | null): Promise<FeedbackMeans[]> =>
      feedback
        .aggregate<FeedbackMeans>([
          { $match: organisation === null ? { organisation: { $gt: '' } } : { organisation } },
          {
            $group: {
              _id: { organisation: '$organisation', year: '$year', about: '$about' },
              n: { $sum: 1 },
              planning: { $avg: '$planning' },
              teaching: { $avg: '$teaching' },
              pupils: { $avg: '$pupils' },
              families: { $avg: '$families' },
              learning: { $avg: '$learning' },
            },
          },
          { $sort: { '_id.year': -1, '_id.organisation': 1, '_id.about': 1 } },
        ])
        .toArray(),

    programmeOf: (year: number) => programme.find({ year }).sort({ due: 1, _id: 1 }).limit(1000).toArray(),
    programmeYears: async (): Promise<number[]> =>
      (await programme.distinct('year', { year: { $gt: 0 } })).sort((a, b) => b - a),
    programmeLine: (id: string) => programme.findOne({ _id: id }),
    addProgramme: async (all: readonly ProgrammeDocument[]): Promise<void> => addMissing(programme, all),
    changeProgramme: (id: string, set: Omit<ProgrammeDocument, '_id' | 'demo'>) =>
      programme.updateOne({ _id: id }, { $set: set }),
  };
}

/** Lines that may be changed in count or taken back, never removed. */
function lines<Document extends Line & { year: number }>(collection: Collection<Document>) {
  const only = (id: string): Filter<Document> => ({ _id: id }) as Filter<Document>;
  return {
    add: async (all: readonly Document[]): Promise<void> => addMissing(collection, all),
    byId: (id: string) => collection.findOne(only(id)),
    /** By the fields given, each of which stands at the head of an index. */
    where: (filter: Filter<Document>) => collection.find(filter).sort({ year: -1, _id: 1 }).limit(most).toArray(),
    ofYear: (year: number) =>
      collection
        .find({ year } as Filter<Document>)
        .limit(most)
        .toArray(),
    years: async (): Promise<number[]> => {
      const found: number[] = await collection.distinct('year', { year: { $gt: 0 } } as Filter<Document>);
      return found.sort((a, b) => b - a);
    },
    /** Writes a change and what was there before. */
    change: async (before: Document, to: Pick<Line, 'state' | 'count'>, by: string, at: Date): Promise<void> => {
      const former: LineEvent = { at, by, state: before.state, count: before.count };
      await collection.updateOne(only(before._id), { $set: to, $push: { history: former } } as never);
    },
  };
}

async function addMissing<Document extends { _id: string }>(
  collection: Collection<Document>,
  all: readonly Document[],
): Promise<void> {
  if (all.length === 0) return;
  await collection.bulkWrite(
    all.map(({ _id, ...rest }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
    })) as never,
    { ordered: false },
  );
}
