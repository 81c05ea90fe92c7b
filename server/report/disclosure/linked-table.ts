import type { BandScores } from './scores.ts';

/**
 * Cells of one or several published tables that hang together by sums, as the protector and its auditor see them.
 * Counts are of pupils the reader does not know by name (known ones are a constant the reader can subtract anyway).
 */
export interface LinkedTable {
  readonly cells: readonly TableCell[];
  readonly constraints: readonly Constraint[];
  /** Disjoint groups of pupils of which everything else is a sum; only needed where moments are published. */
  readonly atoms: readonly Atom[];
  readonly moments: readonly ToldMoment[];
  readonly scores: readonly BandScores[];
}

export interface TableCell {
  /** Stable name, unique in the table. */
  readonly key: string;
  /** The narrowest area around it, in which it is looked at first; null where it is wider than those. */
  readonly block: string | null;
  readonly value: number;
  /**
   * `count`: may be shown or hidden. `fixed`: the reader has it anyway (public, or in an earlier release).
   * `free`: never published, known to the reader only through sums.
   */
  readonly role: 'count' | 'fixed' | 'free';
  /** The least and the most the reader thinks possible before reading, e.g. 0 and the public size of the group. */
  readonly floor: number;
  readonly bound: number;
  /** Whether it must be able to reach k; true of all that is published, of rests and of differences. */
  readonly guarded: boolean;
  /** What hiding it costs the honest reader, > 0; wide areas cost more. */
  readonly worth: number;
}

/** The reader knows Σ coefficient × cell, whatever it is. */
export interface Constraint {
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
}

/** Pupils with scores: their bands are the cells from `offset` on. */
export interface Atom {
  readonly offset: number;
  /** Per band, pupils known by name: not in the cells, but in the sums. */
  readonly known: readonly number[];
  readonly sum: number;
  readonly sumSquares: number;
}

/** The sum of the scores (or of their squares) over some atoms, which the reader knows as a mean (or a deviation). */
export interface ToldMoment {
  readonly key: string;
  readonly power: 1 | 2;
  readonly atoms: readonly number[];
  /** False when an earlier release has told it. */
  readonly mayBeHidden: boolean;
  readonly worth: number;
}

/** Σ parts = total, both as indices of cells. */
export const sumsTo = (parts: readonly number[], total: number): Constraint => ({
  cells: [...parts, total],
  coefficients: [...parts.map(() => 1), -1],
});

/** The sum of the cells is known. */
export const knownSum = (cells: readonly number[]): Constraint => ({ cells, coefficients: cells.map(() => 1) });
