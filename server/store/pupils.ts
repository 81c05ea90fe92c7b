import type { Language } from '../domain/language.ts';
import type { Db } from './driver.ts';

/** A pupil's place without a name: everything reports need, nothing that names. `_id` is the pseudonymous id. */
export type PupilDocument = {
  _id: string;
  class: string;
  school: string;
  district: string;
  region: string;
  locality: 'rural' | 'urban';
  language: Language;
  sex: 'female' | 'male' | 'undisclosed';
  demo: boolean;
  createdAt: Date;
  /** When the pupil was last put into a class: moved up, moved over or taken back; absent: never since they were added. */
  placedAt?: Date;
  /** What the pupil said about hearing of teaching, and when; absent: nothing yet. */
  teachingWish?: { wish: boolean; at: Date };
  /** When everything about the pupil is erased, once that has been announced. */
  leavesAt?: Date;
  /** Since when the pupil would like to talk to the counsellor; absent: no such wish, or they have talked. */
  talkAskedAt?: Date;
  /** Since when the pupil is at the school no more: in no list, but found again when they come back. */
  leftSchoolAt?: Date | null;
};

/** Where a pupil stands in a school, as far as a counsellor changes it. */
export type PupilPlace = Pick<PupilDocument, 'class' | 'language' | 'sex' | 'leftSchoolAt'>;

export type PupilStore = ReturnType<typeof pupilStore>;

export function pupilStore(db: Db) {
  const pupils = db.collection<PupilDocument>('pupils');
  return {
    byId: (pid: string) => pupils.findOne({ _id: pid }),
    byIds: (ids: readonly string[]) => pupils.find({ _id: { $in: [...ids] } }).toArray(),
    all: () => pupils.find({}, { timeoutMode: 'iteration' }),
    ofClass: (id: string) => pupils.find({ class: id, leftSchoolAt: null }).toArray(),
    ofSchool: (id: string) => pupils.find({ school: id, leftSchoolAt: null }).toArray(),
    /** Those who have left, too. */
    everOfSchool: (id: string) => pupils.find({ school: id }).toArray(),
    hasAnyOfClass: async (id: string): Promise<boolean> =>
      (await pupils.findOne({ class: id }, { projection: { _id: 1 } })) !== null,
    /** Those of a region who wish to hear of teaching, in the order of their ids, after one of them. */
    wishing: (region: string, after: string | null, most: number) =>
      pupils
        .find({ region, 'teachingWish.wish': true, ...(after === null ? {} : { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(most)
        .toArray(),
    ofRegion: (id: string) =>
      pupils.find(
        { region: id },
        {
          projection: {
            _id: 1,
            class: 1,
            school: 1,
            createdAt: 1,
            placedAt: 1,
            leftSchoolAt: 1,
            'teachingWish.wish': 1,
          },
          timeoutMode: 'iteration',
        },
      ),
    add: async (all: readonly PupilDocument[]): Promise<void> => {
      if (all.length > 0) await pupils.insertMany([...all], { ordered: false });
    },
    /** Adds those that are not there; doing it again changes nothing. */
    addMissing: async (all: readonly PupilDocument[]): Promise<void> => {
      if (all.length === 0) return;
      const there = await pupils
        .find({ _id: { $in: all.map(({ _id }) => _id) } }, { projection: { _id: 1 } })
        .toArray();
      const known = new Set(there.map(({ _id }) => _id));
      const missing = all.filter(({ _id }) => !known.has(_id));
      if (missing.length > 0) await pupils.insertMany(missing, { ordered: false });
    },
    /** Puts pupils into another class, language or sex; whoever is not said to have left is there. */
    move: async (all: ReadonlyMap<string, PupilPlace>, at: Date): Promise<void> => {
      if (all.size === 0) return;
      const writes = [...all].map(([_id, { class: schoolClass, language, sex, leftSchoolAt = null }]) => ({
        updateOne: { filter: { _id }, update: { $set: { class: schoolClass, language, sex, leftSchoolAt } } },
      }));
      const placed = [...all].flatMap(([_id, { class: schoolClass, leftSchoolAt = null }]) =>
        leftSchoolAt === null
          ? [
              {
                updateOne: {
                  filter: { _id, $or: [{ class: { $ne: schoolClass } }, { leftSchoolAt: { $ne: null } }] },
                  update: { $set: { placedAt: at } },
                },
              },
            ]
          : [],
      );
      // Seen first, as long as the class they come from stands there.
      if (placed.length > 0) await pupils.bulkWrite(placed, { ordered: false });
      await pupils.bulkWrite(writes, { ordered: false });
    },
    /** Null takes back whatever was said. */
    setWish: (pid: string, wish: boolean | null, at: Date) =>
      pupils.updateOne(
        { _id: pid },
        wish === null ? { $unset: { teachingWish: '' } } : { $set: { teachingWish: { wish, at } } },
      ),
    /** Asked again it stays as old as it is; null takes it back. */
    askTalk: (pid: string, at: Date | null) =>
      at === null
        ? pupils.updateOne({ _id: pid }, { $unset: { talkAskedAt: '' } })
        : pupils.updateOne({ _id: pid, talkAskedAt: { $exists: false } }, { $set: { talkAskedAt: at } }),
    remove: (pids: readonly string[]) => pupils.deleteMany({ _id: { $in: [...pids] } }),
    existing: async (pids: readonly string[]): Promise<Set<string>> =>
      new Set(
        (await pupils.find({ _id: { $in: [...pids] } }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),
      ),
    count: () => pupils.estimatedDocumentCount(),
  };
}
