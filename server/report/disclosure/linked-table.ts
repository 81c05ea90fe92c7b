/**
 * Cells of one or several published tables that hang together by sums, as the protector and its auditor see them.
 * Counts are of pupils the reader does not know by name (known ones are a constant the reader can subtract anyway).
 */
export interface LinkedTable {
  readonly cells: readonly TableCell[];
  readonly constraints: readonly Constraint[];
}

export interface TableCell {
  /** Stable name, unique in the table. */
  readonly key: string;
  readonly value: number;
  /**
   * `count`: may be shown or hidden. `fixed`: the reader has it anyway (public, or in an earlier release).
   * `free`: never published, known to the reader only through sums.
   */
  readonly role: 'count' | 'fixed' | 'free';
  /** The most the reader thinks possible before reading: Infinity, or the public size of the group. */
  readonly bound: number;
  /** What hiding it costs the honest reader, > 0; wide areas cost more. */
  readonly worth: number;
}

/** low ≤ Σ coefficient × cell ≤ high, true of the real values and known to the reader. */
export interface Constraint {
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** Σ parts = total, both as indices of cells. */
export const sumsTo = (parts: readonly number[], total: number): Constraint => ({
  cells: [...parts, total],
  coefficients: [...parts.map(() => 1), -1],
  low: 0,
  high: 0,
});

/** Σ cells = value. */
export const addsUpTo = (cells: readonly number[], value: number): Constraint => ({
  cells,
  coefficients: cells.map(() => 1),
  low: value,
  high: value,
});
