import type { LinkedTable } from './linked-table.ts';
import { incidenceOf, neighbourhood } from './neighbourhood.ts';
import { type Perturbation, type Protection, perturb } from './perturbation.ts';
import type { Solve } from './solver.ts';

/** The cells that must not leave, and those that stay exposed whatever is hidden (possible only through `fixed` cells). */
export interface ProtectedTable {
  readonly hidden: ReadonlySet<number>;
  readonly exposed: readonly number[];
}

/**
 * Hides every count under `k` (zeros too: «nobody here» is an answer) and then as many others as it takes, until each
 * small cell could, as far as the reader can tell, be `k` or the whole of its group if that is publicly smaller.
 * Every cell is either proved safe by a table the reader cannot tell from the real one, or reported as exposed.
 * Hiding more never narrows what the reader thinks possible, so one pass is enough and it always ends.
 */
export function protect(table: LinkedTable, k: number, solve: Solve): ProtectedTable {
  const required = table.cells.map((cell) => (cell.role === 'fixed' ? 0 : Math.min(k, cell.bound)));
  const isSmall = table.cells.map((cell, index) => cell.value < (required[index] ?? 0));
  const hidden = new Set(
    indicesOf(
      table.cells.map((cell, index) => cell.role === 'free' || (cell.role === 'count' && isSmall[index] === true)),
    ),
  );
  const protection: Protection = { table, incidence: incidenceOf(table), hidden, required };
  const open = new Set(indicesOf(isSmall));
  const exposed: number[] = [];
  for (const target of mostExposedFirst(table, required, open)) {
    if (!open.has(target)) continue;
    const witness = findWitness(protection, target, open, solve);
    open.delete(target);
    if (witness === null) exposed.push(target);
    else accept(witness, { hidden, open, required });
  }
  return { hidden, exposed };
}

const indicesOf = (flags: readonly boolean[]): number[] => flags.flatMap((flag, index) => (flag ? [index] : []));

const mostExposedFirst = (
  table: LinkedTable,
  required: readonly number[],
  open: ReadonlySet<number>,
): readonly number[] => {
  const deficit = (index: number): number => (required[index] ?? 0) - (table.cells[index]?.value ?? 0);
  return [...open].sort((a, b) => deficit(b) - deficit(a) || a - b);
};

/** Near first: a small program suffices almost always. */
function findWitness(
  protection: Protection,
  target: number,
  open: ReadonlySet<number>,
  solve: Solve,
): Perturbation | null {
  const others = [...open].filter((cell) => cell !== target);
  for (const radius of [2, Number.POSITIVE_INFINITY]) {
    const movable = neighbourhood(protection.table, protection.incidence, target, radius);
    const witness = perturb(protection, movable, { target, others }, solve);
    if (witness !== null) return witness;
  }
  return null;
}

function accept(
  { values, toHide }: Perturbation,
  state: { readonly hidden: Set<number>; readonly open: Set<number>; readonly required: readonly number[] },
): void {
  for (const cell of toHide) state.hidden.add(cell);
  for (const [cell, value] of values) if (value >= (state.required[cell] ?? 0) - 1e-6) state.open.delete(cell);
}
