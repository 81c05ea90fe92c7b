import { agreeDeviations, disagreement } from './deviations.ts';
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
    const isSafe = witness !== null && accept(protection, witness);
    if (!isSafe && !findHeldWitness(protection, target, solve)) exposed.push(target);
    protection.open.delete(target);
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
  { radius: 4, width: 6 },
];
const everywhere: Reach = { radius: Number.POSITIVE_INFINITY, width: Number.POSITIVE_INFINITY };

function findWitness(protection: Protection, target: number, solve: Solve): Perturbation | null {
  let best: Perturbation | null = null;
  for (const reach of reaches) {
    const witness = tryReach(protection, target, reach, solve);
    if (witness !== null && (best === null || witness.cost < best.cost)) best = witness;
    if (best !== null && (best.cost === 0 || reach.radius > 2)) return best;
  }
  const question = { target, movable: movableFrom(protection, target, everywhere), holdDeviations: false } as const;
  return best ?? perturb(protection, { ...question, manner: 'gentle' }, solve);
}

/** Boldly, and once more gently if that contradicts a told deviation. */
function tryReach(protection: Protection, target: number, reach: Reach, solve: Solve): Perturbation | null {
  const question = { target, movable: movableFrom(protection, target, reach), holdDeviations: false } as const;
  const bold = perturb(protection, { ...question, manner: 'bold' }, solve);
  if (bold === null || disagreement(protection, bold) === undefined) return bold;
  return perturb(protection, { ...question, manner: 'gentle' }, solve) ?? bold;
}

/** The slow way, for where an earlier release has told a deviation that quicker witnesses contradict. */
function findHeldWitness(protection: Protection, target: number, solve: Solve): boolean {
  for (const reach of [...reaches.slice(1), everywhere]) {
    const movable = movableFrom(protection, target, reach);
    const witness = perturb(protection, { target, movable, manner: 'gentle', holdDeviations: true }, solve);
    if (witness === null) continue;
    hide(protection, witness);
    return true;
  }
  return false;
}

const movableFrom = ({ table, incidence, hidden }: Protection, target: number, reach: Reach): ReadonlySet<number> =>
  neighbourhood(table, incidence, hidden, target, reach);

/** False when an earlier release told a deviation the witness contradicts. */
function accept(protection: Protection, witness: Perturbation): boolean {
  if (!agreeDeviations(protection, witness)) return false;
  hide(protection, witness);
  return true;
}

/** Hides what the witness moves and strikes off the cells it proves safe. */
function hide({ hidden, hiddenMoments, open, required }: Protection, witness: Perturbation): void {
  for (const cell of witness.cells) hidden.add(cell);
  for (const moment of witness.moments) hiddenMoments.add(moment);
  for (const [cell, value] of witness.values) if (value >= (required[cell] ?? 0) - 1e-6) open.delete(cell);
}
