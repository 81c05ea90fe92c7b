import { type Move, ProgramDraft, termsOf } from './linear-program.ts';
import type { Protection } from './protection.ts';
import { addMeanRows, addScoreRows } from './score-rows.ts';
import type { OpenModel, SolverModel } from './solver.ts';

/** Another table the reader could not tell from the real one, and what must be hidden besides for that. */
export interface Witness {
  /** Cells that are not as they really are. */
  readonly values: ReadonlyMap<number, number>;
  /** Sums of scores that are not what they really are, by atom. */
  readonly sums: ReadonlyMap<number, number>;
  /** Shown cells that had to move. */
  readonly cells: readonly number[];
  /** Told moments that had to break. */
  readonly moments: readonly number[];
}

export interface Extent {
  /** Whether a cell may differ; everything outside is as it really is. */
  readonly isInside: (cell: number) => boolean;
  /** Whether told deviations are held to as well, which makes the program much larger. */
  readonly holdDeviations: boolean;
}

/** Small against the worth of any cell. */
const trifle = 1e-3;
const tolerance = 1e-6;

/**
 * What the reader can believe, as one linear program: every cell may differ from its real value as long as all sums are
 * right; a shown one at its worth per unit, which stands for hiding it (Kelly, Golden & Assad 1992, «Cell suppression:
 * disclosure protection for sensitive tabular data», Networks 22), a hidden one nearly for free; told means likewise.
 * Over a part of the table the program is much smaller; what it finds is as good a table of the whole, where nothing else moves.
 */
export class Belief {
  private readonly protection: Protection;
  private readonly model: SolverModel;
  private readonly cells = new Map<number, Move>();
  private readonly sums: ReadonlyMap<number, Move>;
  private readonly slacks: ReadonlyMap<number, Move>;
  private readonly priced = new Set<number>();
  private readonly pricedMoments = new Set<number>();

  constructor(protection: Protection, open: OpenModel, { isInside, holdDeviations }: Extent) {
    this.protection = protection;
    const draft = new ProgramDraft();
    for (const [index, cell] of protection.table.cells.entries()) {
      if (cell.role === 'fixed' || !isInside(index)) continue;
      if (cell.role === 'free') this.priced.add(index);
      const cost = cell.role === 'free' ? trifle : cell.worth;
      this.cells.set(index, draft.addMove(cost, cell.bound - cell.value, cell.value - cell.floor));
    }
    for (const { cells, coefficients } of protection.table.constraints) {
      const terms = cells.flatMap((cell, position) => this.termsOfCell(cell, coefficients[position] ?? 0));
      if (terms.length > 0) draft.addRow(terms, 0, 0);
    }
    const addRows = holdDeviations ? addScoreRows : addMeanRows;
    const { sums, slacks } = addRows(draft, protection.table, { moveOf: (cell) => this.cells.get(cell), isInside });
    this.sums = sums;
    this.slacks = slacks;
    this.model = open(draft);
  }

  /** The cheapest table in which the target reaches what is required of it; null when there is none. */
  witness(target: number): Witness | null {
    const move = this.cells.get(target);
    if (move === undefined) return null;
    this.priceHidden();
    const { required, table } = this.protection;
    const rise = (required[target] ?? 0) - (table.cells[target]?.value ?? 0);
    this.model.setBounds(move.up, rise, Math.max(rise, move.mostUp));
    this.model.setBounds(move.down, 0, 0);
    const solution = this.model.solve();
    this.model.setBounds(move.up, 0, move.mostUp);
    this.model.setBounds(move.down, 0, move.mostDown);
    return solution && this.read(solution);
  }

  close(): void {
    this.model.close();
  }

  private read(solution: ArrayLike<number>): Witness {
    const { table, hidden, hiddenMoments } = this.protection;
    const moved = (moves: ReadonlyMap<number, Move>): readonly (readonly [index: number, by: number])[] =>
      [...moves].flatMap(([index, { up, down }]) => {
        const by = (solution[up] ?? 0) - (solution[down] ?? 0);
        return Math.abs(by) > tolerance ? [[index, by] as const] : [];
      });
    const values = new Map(moved(this.cells).map(([cell, by]) => [cell, (table.cells[cell]?.value ?? 0) + by]));
    return {
      values,
      sums: new Map(moved(this.sums).map(([atom, by]) => [atom, (table.atoms[atom]?.sum ?? 0) + by])),
      cells: [...values.keys()].filter((cell) => !hidden.has(cell)),
      moments: moved(this.slacks).flatMap(([moment]) => (hiddenMoments.has(moment) ? [] : [moment])),
    };
  }

  /** What has been hidden since the last question moves freely from now on. */
  private priceHidden(): void {
    const { hidden, hiddenMoments } = this.protection;
    this.price(hidden, this.priced, this.cells);
    this.price(hiddenMoments, this.pricedMoments, this.slacks);
  }

  private price(hidden: ReadonlySet<number>, priced: Set<number>, moves: ReadonlyMap<number, Move>): void {
    for (const index of hidden) {
      const move = moves.get(index);
      if (move === undefined || priced.has(index)) continue;
      priced.add(index);
      this.model.setCost(move.up, trifle);
      this.model.setCost(move.down, trifle);
    }
  }

  private termsOfCell(cell: number, factor: number) {
    const move = this.cells.get(cell);
    return move === undefined ? [] : termsOf(move, factor);
  }
}
