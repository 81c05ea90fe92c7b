import { Draft, type Manner, type OwnTerm } from './draft.ts';
import type { Protection } from './protection.ts';
import { addScores, type MomentSlack } from './score-rows.ts';
import type { Solve } from './solver.ts';

/** Another table the reader could not tell from the real one, and what must be hidden besides for that. */
export interface Perturbation {
  /** Values of the cells that were free to move. */
  readonly values: ReadonlyMap<number, number>;
  /** Sums of the scores of the atoms that were free to move. */
  readonly sums: ReadonlyMap<number, number>;
  /** Shown cells that had to move. */
  readonly cells: readonly number[];
  /** Means and, where held, deviations that had to break. */
  readonly moments: readonly number[];
  /** What hiding them costs the reader; 0 when nothing more need be hidden. */
  readonly cost: number;
}

/** What is to be shown possible, and what may move for it. */
export interface Question {
  readonly target: number;
  readonly movable: ReadonlySet<number>;
  readonly manner: Manner;
  /** Whether told deviations are held to as well, which is slower; otherwise they are to be checked afterwards. */
  readonly holdDeviations: boolean;
}

/**
 * The cheapest table in which the target reaches what is required of it: hidden cells move freely, shown ones at their
 * worth per unit (Kelly, Golden & Assad 1992, «Cell suppression: disclosure protection for sensitive tabular data»,
 * Networks 22), and sums of scores likewise.
 * @returns null when no such table exists with everything outside `movable` held
 */
export function perturb(
  protection: Protection,
  { target, movable, manner, holdDeviations }: Question,
  solve: Solve,
): Perturbation | null {
  const draft = new Draft(protection, movable, manner);
  const { slacks, sums } = addScores(draft, protection, holdDeviations);
  draft.demand(target);
  const solution = solve(draft.program());
  if (solution === null) return null;
  const valueIn = (column: number): number => solution[column] ?? 0;
  const sumOf = (terms: readonly OwnTerm[]): number =>
    terms.reduce((sum, [column, score]) => sum + score * valueIn(column), 0);
  const isBroken = ({ columns }: MomentSlack): boolean => columns.some((column) => valueIn(column) > 1e-6);
  return {
    ...draft.read(solution),
    sums: new Map([...sums].map(([atom, terms]) => [atom, sumOf(terms)])),
    moments: slacks.filter(isBroken).map(({ moment }) => moment),
    cost: draft.costOf(solution),
  };
}
