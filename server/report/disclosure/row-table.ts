import {
  type Atom,
  type Constraint,
  knownSum,
  type LinkedTable,
  sumsTo,
  type TableCell,
  type ToldMoment,
} from './linked-table.ts';
import type { BandScores } from './scores.ts';
import { total } from './tally.ts';

/** A histogram: of a group, of a rest, or of those who came to a group between two releases. */
export interface HistogramRow {
  readonly key: string;
  readonly block: string | null;
  /** Pupils per band the reader does not know by name; negative where a difference is a loss. */
  readonly counts: readonly number[];
  readonly roles: readonly TableCell['role'][];
  readonly worth: number;
  /** False where small numbers in the row need no protection of their own: parts nobody is told of. */
  readonly guarded?: boolean;
}

/** A linked table under construction, row by row. Rows are known by the index of their lowest band. */
export class RowTable {
  private readonly cells: TableCell[] = [];
  private readonly constraints: Constraint[] = [];
  private readonly atoms: Atom[] = [];
  private readonly moments: ToldMoment[] = [];
  private readonly scores: readonly BandScores[];

  constructor(scores: readonly BandScores[]) {
    this.scores = scores;
  }

  /**
   * A row whose total is public, as group sizes are. A row with a loss in it cannot be bounded, hence not guarded:
   * pupils leave a campaign's results only by withdrawing, which is rare and nobody is told of.
   */
  addRow({ key, block, counts, roles, worth, guarded = true }: HistogramRow): number {
    const offset = this.cells.length;
    const size = total(counts);
    const isLoss = counts.some((count) => count < 0);
    for (const [band, value] of counts.entries()) {
      const role = roles[band] ?? 'free';
      const limits = isLoss
        ? { floor: Number.NEGATIVE_INFINITY, bound: Number.POSITIVE_INFINITY }
        : { floor: 0, bound: size };
      const price = worth * (1 + Math.log2(1 + Math.abs(value)) / 8);
      this.cells.push({
        key: `${key}/${band}`,
        block,
        value,
        role,
        ...limits,
        guarded: guarded && !isLoss && role !== 'fixed',
        worth: price,
      });
    }
    this.constraints.push(knownSum(bandsFrom(offset, counts.length)));
    return offset;
  }

  /** Band by band, the parts add up to the whole. */
  link(parts: readonly number[], whole: number): void {
    for (const [band] of this.scores.entries()) {
      const cells = parts.map((part) => part + band);
      this.constraints.push(sumsTo(cells, whole + band));
    }
  }

  /** Declares a row an atom, of which published moments are sums. */
  addAtom(atom: Atom): number {
    return this.atoms.push(atom) - 1;
  }

  addMoment(moment: ToldMoment): number {
    return this.moments.push(moment) - 1;
  }

  build(): LinkedTable {
    return {
      cells: this.cells,
      constraints: this.constraints,
      atoms: this.atoms,
      moments: this.moments,
      scores: this.scores,
    };
  }
}

const bandsFrom = (offset: number, bands: number): readonly number[] =>
  Array.from({ length: bands }, (_, band) => offset + band);
