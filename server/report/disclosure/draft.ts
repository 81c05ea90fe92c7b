import type { Constraint } from './linked-table.ts';
import type { Protection } from './protection.ts';
import type { LinearProgram, Row } from './solver.ts';

const tolerance = 1e-6;
/** Small against the worth of any cell. */
const trifle = 1e-3;

/**
 * How hidden cells move. `bold`: to their requirements wherever that costs nothing, so that one program proves several
 * cells safe. `gentle`: as little as possible, which leaves other figures alone.
 */
export type Manner = 'bold' | 'gentle';

/** A term of a row that is no cell. */
export type OwnTerm = readonly [column: number, coefficient: number];

/** A cell's value as `base` + column `up` − column `down`. */
interface Place {
  readonly base: number;
  readonly up: number;
  readonly down: number | null;
}

/** A linear program over part of a table: what the reader could believe if everything outside it were as it is. */
export class Draft {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rows: Row[] = [];
  private readonly places = new Map<number, Place>();
  private readonly protection: Protection;
  private readonly manner: Manner;

  constructor(protection: Protection, movable: ReadonlySet<number>, manner: Manner) {
    this.protection = protection;
    this.manner = manner;
    for (const cell of movable) this.addCell(cell);
    const touched = new Set([...this.places.keys()].flatMap((cell) => protection.incidence[cell] ?? []));
    for (const index of touched) {
      const constraint = protection.table.constraints[index];
      if (constraint) this.addConstraint(constraint);
    }
  }

  isMovable(cell: number): boolean {
    return this.places.has(cell);
  }

  /** The target must reach what is required of it. */
  demand(target: number): void {
    const place = this.places.get(target);
    if (place === undefined) return;
    this.lower[place.up] = (this.protection.required[target] ?? 0) - place.base;
    this.upper[place.up] = Math.max(this.upper[place.up] ?? 0, this.lower[place.up] ?? 0);
    this.cost[place.up] = 0;
    if (place.down !== null) this.upper[place.down] = 0;
  }

  addColumn(cost: number, lower: number, upper: number): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    return this.cost.length - 1;
  }

  /** A gentle draft moves a column of its own from its real value only as far as it must. */
  keepNear(column: number, real: number): void {
    if (this.manner === 'bold') return;
    const [up, down] = [
      this.addColumn(trifle, 0, Number.POSITIVE_INFINITY),
      this.addColumn(trifle, 0, Number.POSITIVE_INFINITY),
    ];
    this.rows.push({ columns: [column, up, down], coefficients: [1, -1, 1], low: real, high: real });
  }

  /** Σ coefficient × cell + own terms = value; cells that cannot move stand at their real values. */
  addConstraint({ cells, coefficients, value }: Omit<Constraint, 'span'>, own: readonly OwnTerm[] = []): void {
    const columns = own.map(([column]) => column);
    const weights = own.map(([, coefficient]) => coefficient);
    let rest = value;
    for (const [position, cell] of cells.entries()) {
      const coefficient = coefficients[position] ?? 0;
      const place = this.places.get(cell);
      rest -= coefficient * (place?.base ?? this.realValue(cell));
      if (place === undefined) continue;
      columns.push(place.up);
      weights.push(coefficient);
      if (place.down === null) continue;
      columns.push(place.down);
      weights.push(-coefficient);
    }
    this.rows.push({ columns, coefficients: weights, low: rest, high: rest });
  }

  program(): LinearProgram {
    return { cost: this.cost, lower: this.lower, upper: this.upper, rows: this.rows };
  }

  /** Worth of what a solution moves though it is shown. */
  costOf(solution: readonly number[]): number {
    const priceOf = (column: number): number => ((this.cost[column] ?? 0) > trifle ? (this.cost[column] ?? 0) : 0);
    return solution.reduce((sum, value, column) => (value > tolerance ? sum + value * priceOf(column) : sum), 0);
  }

  /** Values of the cells in a solution, and the shown ones it had to move. */
  read(solution: readonly number[]): {
    readonly values: ReadonlyMap<number, number>;
    readonly cells: readonly number[];
  } {
    const values = new Map<number, number>();
    const cells: number[] = [];
    for (const [cell, { base, up, down }] of this.places) {
      const value = base + (solution[up] ?? 0) - (down === null ? 0 : (solution[down] ?? 0));
      values.set(cell, value);
      if (!this.isHidden(cell) && Math.abs(value - this.realValue(cell)) > tolerance) cells.push(cell);
    }
    return { values, cells };
  }

  private addCell(index: number): void {
    const cell = this.protection.table.cells[index];
    if (cell === undefined || cell.role === 'fixed') return;
    if (this.isHidden(index) && this.manner === 'bold') {
      this.places.set(index, { base: 0, up: this.addBoldColumn(index, cell), down: null });
      return;
    }
    const price = this.isHidden(index) ? trifle : cell.worth;
    const up = this.addColumn(price, 0, cell.bound - cell.value);
    this.places.set(index, { base: cell.value, up, down: this.addColumn(price, 0, cell.value - cell.floor) });
  }

  /** A limit on open cells costs nothing, while a column of its own that counts up to it would double the program. */
  private addBoldColumn(
    index: number,
    { floor, bound, value }: { floor: number; bound: number; value: number },
  ): number {
    if (!this.protection.open.has(index)) return this.addColumn(0, floor, bound);
    return this.addColumn(-trifle, floor, Math.max(this.protection.required[index] ?? 0, value));
  }

  private realValue(cell: number): number {
    return this.protection.table.cells[cell]?.value ?? 0;
  }

  private isHidden(cell: number): boolean {
    return this.protection.hidden.has(cell);
  }
}
