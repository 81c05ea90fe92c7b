import { Draft } from './draft.ts';
import { addMeans, type MeanSlack } from './mean-rows.ts';
import type { Protection } from './protection.ts';
import type { Solve } from './solver.ts';

/** Another table the reader could not tell from the real one, and what must be hidden besides for that. */
export interface Perturbation {
  /** Values of the hidden cells that were free to move. */
  readonly values: ReadonlyMap<number, number>;
  /** Sums of the scores of the atoms that were free to move. */
  readonly sums: ReadonlyMap<number, number>;
  readonly cells: readonly number[];
  readonly moments: readonly number[];
  /** What hiding them costs the reader; 0 when nothing more need be hidden. */
  readonly cost: number;
}

/**
 * The cheapest table in which `target` reaches what is required of it: hidden cells move freely, shown ones at their
 * worth per unit (Kelly, Golden & Assad 1992, «Cell suppression: disclosure protection for sensitive tabular data»,
 * Networks 22), and sums of scores likewise. On the way as many other open cells as possible reach theirs,
 * so that one program proves several cells safe.
 * @returns null when no such table exists with everything outside `movable` held
 */
export function perturb(
  protection: Protection,
  movable: ReadonlySet<number>,
  target: number,
  solve: Solve,
): Perturbation | null {
  const draft = new Draft(protection, movable);
  const { slacks, sums } = addMeans(draft, protection);
  draft.demand(target);
  for (const other of protection.open) if (other !== target && movable.has(other)) draft.encourage(other);
  const solution = solve(draft.program());
  if (solution === null) return null;
  const isBroken = ({ columns }: MeanSlack): boolean => columns.some((column) => (solution[column] ?? 0) > 1e-6);
  const moments = slacks.filter(isBroken).map(({ moment }) => moment);
  const read = draft.read(solution);
  return {
    ...read,
    sums: new Map([...sums].map(([atom, column]) => [atom, solution[column] ?? 0])),
    moments,
    cost: draft.costOf(solution),
  };
}
