import type { ImportOutcome } from '../contract/roster.schema.ts';
import type { RosterColumns } from '../domain/roster/field.ts';
import type { RowDecision } from '../domain/roster/plan.ts';
import { foldForSearch } from '../domain/search-fold.ts';
import type { Db } from './driver.ts';
import type { Identity } from './identities.ts';
import type { IdentityVault, WrappedKey } from './identity-vault.ts';
import type { PupilPlace } from './pupils.ts';

/** A class list between its file and the school: everything a file said, and what a person decided. */
export type ImportDraft = {
  fileName: string;
  headings: readonly string[];
  columns: RosterColumns;
  rows: readonly { line: number; cells: readonly string[] }[];
  decisions: Readonly<Record<number, RowDecision>>;
  class: string | null;
};

/** What can change about a pupil. */
export type PupilState = { identity: Identity; place: PupilPlace };

/** Everything an import writes, worked out and kept before it is written, so that it can be done again or undone. */
export type ImportWork = {
  added: readonly { pid: string; state: PupilState }[];
  updated: readonly { pid: string; before: PupilState; after: PupilState }[];
  classes: readonly { id: string; name: string; grade: number; language: 'kk' | 'ru' | 'en' }[];
};

export type ImportState = 'draft' | 'applying' | 'applied' | 'undoing' | 'undone';

export type ImportDocument = {
  _id: string;
  school: string;
  by: string;
  state: ImportState;
  format: 'csv' | 'xlsx' | 'oneroster';
  encoding: 'utf-8' | 'utf-16' | 'windows-1251' | null;
  createdAt: Date;
  expiresAt: Date;
  key: WrappedKey;
  draft: string;
  work: string | null;
  outcome: ImportOutcome | null;
};

export type OpenImport = Omit<ImportDocument, 'key' | 'draft' | 'work'> & {
  draft: ImportDraft;
  work: ImportWork | null;
};

/** Do these cells stand for this child? Family and given name both appear, in whatever columns, or the number does. */
function names(cells: readonly string[], { familyName, givenName, iin }: Identity): boolean {
  const text = foldForSearch(cells.join(' '));
  const isNamed = [familyName, givenName].every((name) => text.includes(foldForSearch(name)));
  return isNamed || (iin !== null && cells.some((cell) => cell.trim() === iin));
}

export type ImportStore = ReturnType<typeof importStore>;

/** Imports of class lists, sealed with a key of their own: a draft names children who may never come into the school's list. */
export function importStore(db: Db, vault: IdentityVault) {
  const imports = db.collection<ImportDocument>('imports');
  const seal = (document: Pick<ImportDocument, '_id' | 'key'>, field: string, value: unknown): string =>
    vault.seal(document._id, document.key, field, JSON.stringify(value));
  const open = (document: ImportDocument): OpenImport => {
    const { key, draft, work, ...rest } = document;
    return {
      ...rest,
      draft: JSON.parse(vault.open(document._id, key, 'draft', draft)),
      work: work === null ? null : JSON.parse(vault.open(document._id, key, 'work', work)),
    };
  };
  return {
    async add(fresh: Omit<OpenImport, 'work' | 'outcome' | 'state'>): Promise<void> {
      const { draft, ...rest } = fresh;
      const keyed = { ...rest, key: vault.makeKey(fresh._id) };
      await imports.insertOne({
        ...keyed,
        state: 'draft',
        draft: seal(keyed, 'draft', draft),
        work: null,
        outcome: null,
      });
    },
    async byId(id: string, school: string): Promise<OpenImport | null> {
      const found = await imports.findOne({ _id: id, school });
      return found === null ? null : open(found);
    },
    ofSchool: async (school: string): Promise<OpenImport[]> =>
      (await imports.find({ school }).sort({ createdAt: -1 }).limit(100).toArray()).map(open),
    /** Keeps a draft's corrections; false where it is no draft any more. */
    async redraft(id: string, school: string, draft: ImportDraft): Promise<boolean> {
      const found = await imports.findOne({ _id: id, school, state: 'draft' }, { projection: { key: 1 } });
      if (found === null) return false;
      const sealed = seal(found, 'draft', draft);
      return (
        (await imports.updateOne({ _id: id, school, state: 'draft' }, { $set: { draft: sealed } })).matchedCount === 1
      );
    },
    /** Writes down what is about to be written; false where someone else was first. */
    async begin(id: string, work: ImportWork, outcome: ImportOutcome, expiresAt: Date): Promise<boolean> {
      const found = await imports.findOne({ _id: id, state: 'draft' }, { projection: { key: 1 } });
      if (found === null) return false;
      const change = { state: 'applying' as const, work: seal(found, 'work', work), outcome, expiresAt };
      return (await imports.updateOne({ _id: id, state: 'draft' }, { $set: change })).matchedCount === 1;
    },
    /** Moves on; false where the import was not in that state. */
    advance: async (id: string, from: readonly ImportState[], to: ImportState): Promise<boolean> =>
      (await imports.updateOne({ _id: id, state: { $in: [...from] } }, { $set: { state: to } })).matchedCount === 1,
    /** Throws away lists that name a child: what was in the file is about others too, who stay in the school's list. */
    async forgetPupil(school: string, pid: string, identity: Identity | null): Promise<void> {
      for await (const document of imports.find({ school })) {
        const { draft, work } = open(document);
        const inWork = [...(work?.added ?? []), ...(work?.updated ?? [])].some((one) => one.pid === pid);
        if (inWork || (identity !== null && draft.rows.some(({ cells }) => names(cells, identity))))
          await imports.deleteOne({ _id: document._id });
      }
    },
    discard: async (id: string, school: string): Promise<boolean> =>
      (await imports.deleteOne({ _id: id, school, state: 'draft' })).deletedCount === 1,
  };
}
