export type Term = readonly [column: number, coefficient: number];

/** Σ coefficient × column between `low` and `high`. */
export interface Row {
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
}

/** Minimise cost · columns, each column and each row between its bounds. */
export interface LinearProgram {
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
}

/** A linear program under construction. */
export class ProgramDraft implements LinearProgram {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly rows: Row[] = [];

  addColumn(cost: number, lower: number, upper: number): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    return this.cost.length - 1;
  }

  addRow(terms: readonly Term[], low: number, high: number): void {
    this.rows.push({ terms, low, high });
  }

  /** How far something rises above (`up`) or falls below (`down`) its real value, each unit at a cost. */
  addMove(cost: number, mostUp: number, mostDown: number): Move {
    return { up: this.addColumn(cost, 0, mostUp), down: this.addColumn(cost, 0, mostDown), mostUp, mostDown };
  }
}

export interface Move {
  readonly up: number;
  readonly down: number;
  readonly mostUp: number;
  readonly mostDown: number;
}

/** A move times a factor, as terms of a row. */
export const termsOf = ({ up, down }: Move, factor: number): readonly Term[] => [
  [up, factor],
  [down, -factor],
];
