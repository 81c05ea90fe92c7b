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

/** How far to go: through how many constraints, and to how many cells of each. */
export interface Reach {
  readonly radius: number;
  readonly width: number;
}

/**
 * Cells near one, those that can move farthest first. Moving only these and holding the rest at their real values is
 * always consistent with what the reader sees, so a small program over a neighbourhood proves as much as a large one.
 */
export function neighbourhood(
  table: LinkedTable,
  incidence: Incidence,
  hidden: ReadonlySet<number>,
  from: number,
  reach: Reach,
): ReadonlySet<number> {
  const reached = new Set([from]);
  const crossed = new Set<number>();
  const freedom = (cell: number): number => (hidden.has(cell) ? 1e6 : 0) + (table.cells[cell]?.value ?? 0);
  const waves: number[][] = [[from]];
  for (let distance = 0; distance < waves.length; distance += 1) {
    const wave = waves[distance] ?? [];
    for (const cell of wave) {
      for (const index of incidence[cell] ?? []) {
        const constraint = table.constraints[index];
        if (constraint === undefined || crossed.has(index) || distance + constraint.span > reach.radius) continue;
        crossed.add(index);
        const movable = constraint.cells.filter((next) => table.cells[next]?.role !== 'fixed' && !reached.has(next));
        for (const next of widest(movable, freedom, constraint.span === 0 ? movable.length : reach.width)) {
          reached.add(next);
          const later = waves[distance + constraint.span];
          if (later) later.push(next);
          else waves[distance + constraint.span] = [next];
        }
      }
    }
  }
  return reached;
}

const widest = (cells: readonly number[], freedom: (cell: number) => number, width: number): readonly number[] =>
  cells.length <= width ? cells : cells.toSorted((a, b) => freedom(b) - freedom(a)).slice(0, width);
