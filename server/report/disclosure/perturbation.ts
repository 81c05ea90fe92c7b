import type { LinkedTable } from './linked-table.ts';
import type { Incidence } from './neighbourhood.ts';
import type { LinearProgram, Row, Solve } from './solver.ts';

/** How the table is seen while it is being protected. */
export interface Protection {
  readonly table: LinkedTable;
  readonly incidence: Incidence;
  readonly hidden: ReadonlySet<number>;
  /** What a cell must be able to reach in the reader's eyes; 0 where nothing is asked. */
  readonly required: readonly number[];
}

/** Another table the reader could not tell from the real one, and the shown cells that must be hidden for it. */
export interface Perturbation {
  readonly values: ReadonlyMap<number, number>;
  readonly toHide: readonly number[];
}

const tolerance = 1e-6;
/** Small against the worth of any cell: other cells are lifted only where it costs nothing. */
const reward = 1e-3;

/**
 * The cheapest table in which `target` reaches what is required of it: hidden cells move freely, shown ones at their
 * worth per unit (Kelly, Golden & Assad 1992, «Cell suppression: disclosure protection for sensitive tabular data»,
 * Networks 22). On the way as many `others` as possible reach theirs, so that one program proves several cells safe.
 * @returns null when no such table exists with everything outside `movable` held
 */
export function perturb(
  protection: Protection,
  movable: ReadonlySet<number>,
  wanted: { readonly target: number; readonly others: readonly number[] },
  solve: Solve,
): Perturbation | null {
  const draft = new Draft(protection, movable);
  draft.demand(wanted.target);
  for (const other of wanted.others) if (movable.has(other)) draft.encourage(other);
  const solution = solve(draft.program());
  return solution && draft.read(solution);
}

class Draft {
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
    this.addConstraints();
  }

  demand(target: number): void {
    const column = this.columns.get(target);
    if (column !== undefined) this.lower[column] = this.protection.required[target] ?? 0;
  }

  encourage(cell: number): void {
    const column = this.columns.get(cell);
    if (column === undefined) return;
    const lift = this.addColumn(-reward, 0, this.protection.required[cell] ?? 0);
    this.rows.push({ columns: [lift, column], coefficients: [1, -1], low: Number.NEGATIVE_INFINITY, high: 0 });
  }

  program(): LinearProgram {
    return { cost: this.cost, lower: this.lower, upper: this.upper, rows: this.rows };
  }

  read(solution: readonly number[]): Perturbation {
    const values = new Map<number, number>();
    const toHide: number[] = [];
    for (const [cell, column] of this.columns) {
      const here = solution[column] ?? 0;
      if (this.isHidden(cell)) values.set(cell, here);
      else if (here + (solution[column + 1] ?? 0) > tolerance) toHide.push(cell);
    }
    return { values, toHide };
  }

  private addCell(index: number): void {
    const cell = this.protection.table.cells[index];
    if (cell === undefined || cell.role === 'fixed') return;
    if (this.isHidden(index)) {
      this.columns.set(index, this.addColumn(0, 0, cell.bound));
    } else {
      this.columns.set(index, this.addColumn(cell.worth, 0, cell.bound - cell.value));
      this.addColumn(cell.worth, 0, cell.value);
    }
  }

  private addColumn(cost: number, lower: number, upper: number): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    return this.cost.length - 1;
  }

  private addConstraints(): void {
    const { table, incidence } = this.protection;
    const touched = new Set([...this.columns.keys()].flatMap((cell) => incidence[cell] ?? []));
    for (const index of touched) {
      const constraint = table.constraints[index];
      if (constraint) this.rows.push(this.rowOf(constraint));
    }
  }

  private rowOf({ cells, coefficients, low, high }: LinkedTable['constraints'][number]): Row {
    const row = { columns: [] as number[], coefficients: [] as number[] };
    let constant = 0;
    cells.forEach((cell, position) => {
      const coefficient = coefficients[position] ?? 0;
      const column = this.columns.get(cell);
      if (column === undefined || !this.isHidden(cell))
        constant += coefficient * (this.protection.table.cells[cell]?.value ?? 0);
      if (column === undefined) return;
      row.columns.push(column);
      row.coefficients.push(coefficient);
      if (this.isHidden(cell)) return;
      row.columns.push(column + 1);
      row.coefficients.push(-coefficient);
    });
    return { ...row, low: low - constant, high: high - constant };
  }

  private isHidden(cell: number): boolean {
    return this.protection.hidden.has(cell);
  }
}
