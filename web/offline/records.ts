import type { Language } from '../i18n/language.ts';
import type { Lock } from './code-lock.ts';

/** What the device keeps about one sitting, in the open. No name, no code, no words of the instrument, no answer. */
export type SittingRecord = {
  sitting: string;
  /** How the sitting's key is kept; null where the browser has no cryptography. */
  lock: Lock | null;
  /** Put here by a counsellor for a class without a network: it stays here for its pupil until the server has all of it. */
  isPrepared?: boolean;
  /** What opens the sitting on the server, once there is a network; null where the server opened it. */
  start?: Start | null;
  /** May only add answers to this sitting and submit it. */
  uploadToken: string;
  /** The highest sequence number given out, here or (by the server's word) on another device. */
  lastSeq: number;
  /** Made once, when the pupil submits; sent until the server has it. */
  submission: { id: string; state: 'asked' | 'confirmed' | 'refused' } | null;
  /** The pupil has left this device: nothing of this sitting may be shown, what is unsent is still sent. */
  isLeft: boolean;
  /** Device's clock; only for clearing up. */
  touchedAt: number;
};

/** The beginning of a sitting without a network: the pupil's own yes, and when by the server's clock, as far as that is known. */
export type Start = { language: Language; wording: string; givenAt: number | null };

/** One answer; what it says stands in `box`, closed with the sitting's key. */
export type AnswerRow = { sitting: string; item: string; seq: number; box: string };

/** Something else about a sitting that a later visit without a network needs, closed likewise. */
export type KeptRow = { sitting: string; name: string; box: string };

/**
 * A batch on its way: what belongs to it is frozen before the first send, so whatever happens to a reply, the repeat says
 * the same. `sealed`: the key of its boxes, sealed to the campaign, for sending them unread.
 * `refused`: the server will never take it as it is; kept for a person to look at, and in nobody's way.
 */
export type Batch = {
  sitting: string;
  firstSeq: number;
  id: string;
  answers: readonly { seq: number; box: string }[];
  sealed: string | null;
  count: number;
  refused: string | null;
};

export type Rows = { sittings: SittingRecord; answers: AnswerRow; queue: AnswerRow; batches: Batch; kept: KeptRow };
export type TableName = keyof Rows;
export const tableNames: readonly TableName[] = ['sittings', 'answers', 'queue', 'batches', 'kept'];

/** The fields of each table that make its key, `sitting` first: a sitting's rows stand together, in the key's order. */
export const keyFields = {
  sittings: ['sitting'],
  answers: ['sitting', 'item'],
  queue: ['sitting', 'seq'],
  batches: ['sitting', 'firstSeq'],
  kept: ['sitting', 'name'],
} as const satisfies Record<TableName, readonly string[]>;

/** Five tables and work on them that happens wholly or not at all. */
export type Tables = {
  /** False where the browser gives no storage: answers then live only as long as the page. */
  readonly isDurable: boolean;
  atomically<T>(work: (rows: TableWork) => Promise<T>): Promise<T>;
};

/** Inside one unit of work await nothing but these. */
export type TableWork = {
  put<Name extends TableName>(table: Name, row: Rows[Name]): Promise<void>;
  remove(table: TableName, key: readonly (string | number)[]): Promise<void>;
  /** The rows of one sitting, or of all, in the key's order. */
  list<Name extends TableName>(table: Name, sitting?: string): Promise<Rows[Name][]>;
};
