import type { StudyHead } from '../contract/bench.schema.ts';
import type { FormStudyReport, StudyReport } from '../contract/study-report.ts';

/** A study as it is kept: what was asked, how far it is, what it found. It outlives the process that computes it. */
export type Study = Pick<StudyHead, 'kind' | 'instrument' | 'source' | 'settings'> & {
  _id: string;
  state: StudyHead['state'];
  instrumentVersion: string;
  engine: string;
  asked: { by: string; name: string; at: Date };
  startedAt: Date | null;
  endedAt: Date | null;
  /** The process that computes it, and when it last said so. */
  node: string | null;
  beatAt: Date | null;
  progress: { done: number; total: number };
  n: number | null;
  failure: string | null;
  report: StudyReport | null;
};

/** Pilot answers to a form, handed in by a specialist: codes only, no names and no ids. */
export type Pilot = {
  _id: string;
  title: string;
  instrument: string;
  instrumentVersion: string;
  items: string[];
  rows: number;
  /** Rows left out because of a bad cell. */
  left: number;
  /** Row by row, one byte an answer; 255: missing. */
  codes: Uint8Array;
  groups: Partial<Record<GroupName, string[]>>;
  by: string;
  name: string;
  at: Date;
};

export type GroupName = 'language' | 'sex' | 'locality' | 'device';

/** Answers as a study reads them, wherever they came from. */
export type StudyRows = {
  items: string[];
  /** Row-major, NaN where missing. */
  values: Float64Array;
  n: number;
  groups: Partial<Record<GroupName, string[]>>;
  /** Milliseconds per answer in the order of `values`; null where nobody measured. */
  times: Float64Array | null;
  /** Whether a talk was suggested, row by row; absent where the form suggests nothing, as in a pilot. */
  invited?: boolean[];
};

/** Is it asked about a form, with today's version of it? What is computed for a decision says itself what it is about. */
export const asksAboutForm = (kind: Study['kind']): kind is FormStudyReport['kind'] =>
  kind === 'items' || kind === 'calibration' || kind === 'dif' || kind === 'adaptive';

export const MISSING_CODE = 255;

/** A process that has said nothing for so long is taken to be gone. */
export const silentMs = 20_000;

export const mayRunAgain = (state: Study['state']): boolean =>
  state === 'failed' || state === 'cancelled' || state === 'interrupted' || state === 'done';
