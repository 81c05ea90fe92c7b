import type { LinkedTable } from './linked-table.ts';

/** For each cell, the constraints it stands in. */
export type Incidence = readonly (readonly number[])[];

export function incidenceOf({ cells, constraints }: LinkedTable): Incidence {
  const incidence: number[][] = cells.map(() => []);
  constraints.forEach((constraint, index) => {
    for (const cell of constraint.cells) incidence[cell]?.push(index);
  });
  return incidence;
}

/**
 * Cells that can be reached from one through at most `radius` constraints; with Infinity its whole block.
 * Moving only these and holding the rest at their real values is always consistent with what the reader sees,
 * so a small program over a neighbourhood proves as much as a large one over the table.
 */
export function neighbourhood(
  table: LinkedTable,
  incidence: Incidence,
  from: number,
  radius: number,
): ReadonlySet<number> {
  const reached = new Set([from]);
  let frontier: readonly number[] = [from];
  for (let step = 0; step < radius && frontier.length > 0; step += 1) {
    const before = reached.size;
    for (const cell of frontier) {
      if (table.cells[cell]?.role === 'fixed') continue;
      for (const constraint of incidence[cell] ?? []) {
        for (const next of table.constraints[constraint]?.cells ?? []) reached.add(next);
      }
    }
    frontier = [...reached].slice(before);
  }
  return reached;
}
