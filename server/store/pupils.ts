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
};

export type PupilStore = ReturnType<typeof pupilStore>;

export function pupilStore(db: Db) {
  const pupils = db.collection<PupilDocument>('pupils');
  return {
    byId: (pid: string) => pupils.findOne({ _id: pid }),
    ofClass: (id: string) => pupils.find({ class: id }).toArray(),
    ofSchool: (id: string) => pupils.find({ school: id }).toArray(),
    ofRegion: (id: string) => pupils.find({ region: id }, { projection: { _id: 1, school: 1 } }),
    add: async (all: readonly PupilDocument[]): Promise<void> => {
      if (all.length > 0) await pupils.insertMany([...all], { ordered: false });
    },
    existing: async (pids: readonly string[]): Promise<Set<string>> =>
      new Set(
        (await pupils.find({ _id: { $in: [...pids] } }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),
      ),
    count: () => pupils.estimatedDocumentCount(),
  };
}
