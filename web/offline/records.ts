import type { Answer } from '../../server/contract/sitting.schema.ts';

/** What the device keeps about one sitting. No name, no code, no words of the instrument. */
export type SittingRecord = {
  sitting: string;
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

/** One answer of one sitting, as it goes over the wire. */
export type AnswerRow = Answer & { sitting: string };

/**
 * A batch on its way. `bytes` are frozen at the first send: whatever happens to a reply, the repeat is the same request.
 * `refused`: the server will never take it as it is; kept for a person to look at, and in nobody's way.
 */
export type Batch = {
  sitting: string;
  firstSeq: number;
  id: string;
  bytes: string;
  count: number;
  refused: string | null;
};

export type Rows = { sittings: SittingRecord; answers: AnswerRow; queue: AnswerRow; batches: Batch };
export type TableName = keyof Rows;

/** The fields of each table that make its key, `sitting` first: a sitting's rows stand together, in the key's order. */
export const keyFields = {
  sittings: ['sitting'],
  answers: ['sitting', 'item'],
  queue: ['sitting', 'seq'],
  batches: ['sitting', 'firstSeq'],
} as const satisfies Record<TableName, readonly string[]>;

/** Four tables and work on them that happens wholly or not at all. */
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
