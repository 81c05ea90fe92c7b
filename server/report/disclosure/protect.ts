import { agreeDeviations } from './deviations.ts';
import type { LinkedTable } from './linked-table.ts';
import { neighbourhood, type Reach } from './neighbourhood.ts';
import { type Perturbation, perturb } from './perturbation.ts';
import { type Protection, primary } from './protection.ts';
import type { Solve } from './solver.ts';

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
export function protect(table: LinkedTable, k: number, solve: Solve): ProtectedTable {
  const protection = primary(table, k);
  const exposed: number[] = [];
  for (const target of mostExposedFirst(protection)) {
    if (!protection.open.has(target)) continue;
    const witness = findWitness(protection, target, solve);
    protection.open.delete(target);
    if (witness === null) exposed.push(target);
    else accept(protection, witness);
  }
  return { hidden: protection.hidden, hiddenMoments: protection.hiddenMoments, exposed };
}

const mostExposedFirst = ({ table, required, open }: Protection): readonly number[] => {
  const deficit = (index: number): number => (required[index] ?? 0) - (table.cells[index]?.value ?? 0);
  return [...open].sort((a, b) => deficit(b) - deficit(a) || a - b);
};

/** Near first: a small program suffices almost always. Going farther may hide less, which is tried once. */
const reaches: readonly Reach[] = [
  { radius: 2, width: 6 },
  { radius: 3, width: 6 },
  { radius: 4, width: 5 },
  { radius: Number.POSITIVE_INFINITY, width: Number.POSITIVE_INFINITY },
];

function findWitness(protection: Protection, target: number, solve: Solve): Perturbation | null {
  let best: Perturbation | null = null;
  for (const reach of reaches) {
    const movable = neighbourhood(protection.table, protection.incidence, protection.hidden, target, reach);
    const witness = perturb(protection, movable, target, solve);
    if (witness !== null && (best === null || witness.cost < best.cost)) best = witness;
    if (best !== null && (best.cost === 0 || reach.radius > 2)) return best;
  }
  return best;
}

function accept(protection: Protection, witness: Perturbation): void {
  const { hidden, hiddenMoments, open, required } = protection;
  for (const cell of witness.cells) hidden.add(cell);
  for (const moment of witness.moments) hiddenMoments.add(moment);
  agreeDeviations(protection, witness);
  for (const [cell, value] of witness.values) if (value >= (required[cell] ?? 0) - 1e-6) open.delete(cell);
}
