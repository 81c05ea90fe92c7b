import { Belief, type Witness } from './belief.ts';
import { Deviations } from './deviations.ts';
import type { LinkedTable } from './linked-table.ts';
import { neighbourhoodsOf } from './neighbourhoods.ts';
import { type Protection, primary } from './protection.ts';
import type { DisclosureRules } from './rules.ts';
import type { OpenModel } from './solver.ts';

/** What must not leave (indices of cells and of moments), and cells that stay exposed whatever is hidden. */
export interface ProtectedTable {
  readonly hidden: ReadonlySet<number>;
  readonly hiddenMoments: ReadonlySet<number>;
  /** Empty unless earlier releases have told too much. */
  readonly exposed: readonly number[];
}

/**
 * Hides every count under `k` (zeros too: «nobody here» is an answer) and then as much else as it takes, until each
 * small cell could, as far as the reader can tell, be `k` or the whole of its group if that is publicly smaller.
 * Every cell is either proved safe by a table the reader cannot tell from the real one, or reported as exposed.
 * Hiding more never narrows what the reader thinks possible, so one pass is enough and it always ends.
 */
export function protect(table: LinkedTable, { k, cellsAtOnce }: DisclosureRules, open: OpenModel): ProtectedTable {
  const protection = primary(table, k);
  const prover = new Prover(protection, cellsAtOnce, open);
  const exposed = mostExposedFirst(protection).filter((target) => protection.open.has(target) && !prover.prove(target));
  prover.close();
  return { hidden: protection.hidden, hiddenMoments: protection.hiddenMoments, exposed };
}

const mostExposedFirst = ({ table, required, open }: Protection): readonly number[] => {
  const deficit = (index: number): number => (required[index] ?? 0) - (table.cells[index]?.value ?? 0);
  return [...open].sort((a, b) => deficit(b) - deficit(a) || a - b);
};

/** Finds witnesses and hides what they take. Programs are opened when they are first needed, and kept. */
class Prover {
  private readonly protection: Protection;
  private readonly open: OpenModel;
  private readonly deviations: Deviations;
  private readonly beliefs = new Map<string, Belief>();
  private readonly neighbourhoods: ReadonlyMap<string, number>;

  constructor(protection: Protection, cellsAtOnce: number, open: OpenModel) {
    this.protection = protection;
    this.open = open;
    this.deviations = new Deviations(protection);
    this.neighbourhoods = neighbourhoodsOf(protection.table, cellsAtOnce);
  }

  /** False when nothing that may still be hidden would make the cell safe. Near by first, then in the whole table. */
  prove(target: number): boolean {
    const near = this.neighbourhoods.get(this.protection.table.cells[target]?.block ?? '') ?? null;
    return (near !== null && this.proveWithin(near, target)) || this.proveWithin(null, target);
  }

  close(): void {
    for (const belief of this.beliefs.values()) belief.close();
  }

  /** The strict way is slow, and for where an earlier release has told a deviation that the quick witness contradicts. */
  private proveWithin(near: number | null, target: number): boolean {
    const witness = this.beliefIn(near, false).witness(target);
    if (witness !== null && this.deviations.agreeWith(witness)) return this.accept(target, witness);
    if (!this.deviations.areToldForGood()) return false;
    const strict = this.beliefIn(near, true).witness(target);
    return strict !== null && this.accept(target, strict);
  }

  private beliefIn(near: number | null, holdDeviations: boolean): Belief {
    const key = `${near} ${holdDeviations}`;
    const known = this.beliefs.get(key);
    if (known !== undefined) return known;
    const { cells } = this.protection.table;
    const isInside = (cell: number): boolean =>
      near === null || this.neighbourhoods.get(cells[cell]?.block ?? '') === near;
    const fresh = new Belief(this.protection, this.open, { isInside, holdDeviations });
    this.beliefs.set(key, fresh);
    return fresh;
  }

  private accept(target: number, { cells, moments, values }: Witness): true {
    const { hidden, hiddenMoments, open, required } = this.protection;
    for (const cell of cells) hidden.add(cell);
    for (const moment of moments) hiddenMoments.add(moment);
    open.delete(target);
    for (const [cell, value] of values) if (value >= (required[cell] ?? 0) - 1e-6) open.delete(cell);
    return true;
  }
}
