import type { StoredAnswer } from '../domain/batch.ts';
import type { Lateness } from '../domain/in-time.ts';
import type { Language } from '../domain/language.ts';

/**
 * A sitting: one document, written as it is answered. `answers` by item id, newest by `seq`;
 * `batches` remembers each batch's digest, so that a re-send is known from a conflict.
 */
export type SittingDocument = {
  _id: string;
  pid: string;
  campaign: string;
  school: string;
  district: string;
  region: string;
  /** Which sitting of this campaign it is: null or absent for the first, 2 for the first repeat. */
  round?: number | null;
  instrument: string;
  instrumentVersion: string;
  language: Language;
  seed: number;
  state: 'open' | 'submitted';
  /** Since when a withdrawn consent stops it from taking answers. */
  haltedAt?: Date | null;
  openedAt: Date;
  submittedAt: Date | null;
  submission: string | null;
  lastSeq: number;
  answers: Record<string, StoredAnswer>;
  batches: Record<string, string>;
  /** Batches that came after the campaign had closed, and why they were taken all the same. */
  late?: Record<string, Lateness>;
  /** The device that writes now, and when it was last heard of; null: none yet. */
  writer?: { device: string; at: Date } | null;
  /** What help the pupil had; with any, how long answers took says nothing. Absent: none. */
  accommodation?: 'read-aloud' | 'extra-time' | 'helper';
  /** How the answers came: a person at a device, a form on paper, a replayed file or the simulator. */
  origin: 'person' | 'paper' | 'replay' | 'simulated';
  /** On paper: who keyed it in, and how often the two keyings had differed. */
  keyedBy?: string;
  keyingDifferences?: number;
};

/** Something that could not be applied and was kept aside for a person to look at. */
export type AsideDocument = {
  sitting: string;
  batch: string;
  kind: 'conflict' | 'late' | 'after-closing';
  answers: readonly unknown[];
  at: Date;
};
