import type { Constraint } from './linked-table.ts';
import type { Protection } from './protection.ts';
import type { LinearProgram, Row } from './solver.ts';

const tolerance = 1e-6;
/** Small against the worth of any cell: other cells are lifted only where it costs nothing. */
const reward = 1e-3;

/** A linear program over part of a table: what the reader could believe if everything outside it were as it is. */
export class Draft {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rows: Row[] = [];
  /** Column of a cell's value (hidden) or of its rise (shown; the fall is the next column). */
  private readonly columns = new Map<number, number>();
  private readonly protection: Protection;

  constructor(protection: Protection, movable: ReadonlySet<number>) {
    this.protection = protection;
    for (const cell of movable) this.addCell(cell);
    const touched = new Set([...this.columns.keys()].flatMap((cell) => protection.incidence[cell] ?? []));
    for (const index of touched) {
      const constraint = protection.table.constraints[index];
      if (constraint) this.addConstraint(constraint);
    }
  }

  isMovable(cell: number): boolean {
    return this.columns.has(cell);
  }

  /** The target must reach what is required of it. */
  demand(target: number): void {
    const column = this.columns.get(target);
    if (column !== undefined) this.lower[column] = this.protection.required[target] ?? 0;
  }

  /**
   * Another hidden cell is welcome to reach what is required of it, and no more than that: a limit costs nothing,
   * while a column of its own that counts up to the limit would double the program.
   */
  encourage(cell: number): void {
    const column = this.columns.get(cell);
    if (column === undefined || !this.isHidden(cell)) return;
    this.cost[column] = -reward;
    this.upper[column] = Math.max(this.protection.required[cell] ?? 0, this.realValue(cell));
  }

  addColumn(cost: number, lower: number, upper: number): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    return this.cost.length - 1;
  }

  /** Σ coefficient × cell + Σ coefficient × own column = value; cells that cannot move stand at their real values. */
  addConstraint(
    { cells, coefficients, value }: Constraint,
    own: readonly (readonly [column: number, coefficient: number])[] = [],
  ): void {
    const columns = own.map(([column]) => column);
    const weights = own.map(([, coefficient]) => coefficient);
    let rest = value;
    for (const [position, cell] of cells.entries()) {
      const coefficient = coefficients[position] ?? 0;
      const column = this.columns.get(cell);
      if (column === undefined || !this.isHidden(cell)) rest -= coefficient * this.realValue(cell);
      if (column === undefined) continue;
      columns.push(column);
      weights.push(coefficient);
      if (this.isHidden(cell)) continue;
      columns.push(column + 1);
      weights.push(-coefficient);
    }
    this.rows.push({ columns, coefficients: weights, low: rest, high: rest });
  }

  program(): LinearProgram {
    return { cost: this.cost, lower: this.lower, upper: this.upper, rows: this.rows };
  }

  /** Worth of what a solution moves though it is shown. */
  costOf(solution: readonly number[]): number {
    const paid = solution.map((value, column) => (value > tolerance ? value * Math.max(0, this.cost[column] ?? 0) : 0));
    return paid.reduce((sum, part) => sum + part, 0);
  }

  /** Values of the hidden cells in a solution, and the shown cells it had to move. */
  read(solution: readonly number[]): {
    readonly values: ReadonlyMap<number, number>;
    readonly cells: readonly number[];
  } {
    const values = new Map<number, number>();
    const cells: number[] = [];
    for (const [cell, column] of this.columns) {
      const here = solution[column] ?? 0;
      if (this.isHidden(cell)) values.set(cell, here);
      else if (here + (solution[column + 1] ?? 0) > tolerance) cells.push(cell);
    }
    return { values, cells };
  }

  private addCell(index: number): void {
    const cell = this.protection.table.cells[index];
    if (cell === undefined || cell.role === 'fixed') return;
    if (this.isHidden(index)) {
      this.columns.set(index, this.addColumn(0, cell.floor, cell.bound));
    } else {
      this.columns.set(index, this.addColumn(cell.worth, 0, cell.bound - cell.value));
      this.addColumn(cell.worth, 0, cell.value - cell.floor);
    }
  }

  private realValue(cell: number): number {
    return this.protection.table.cells[cell]?.value ?? 0;
  }

  private isHidden(cell: number): boolean {
    return this.protection.hidden.has(cell);
  }
}
