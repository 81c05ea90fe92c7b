import type { LinkedTable } from './linked-table.ts';

/** How far the protection of a table has come. */
export interface Protection {
  readonly table: LinkedTable;
  /** Cells that do not leave. Only grows. */
  readonly hidden: Set<number>;
  /** Published moments (indices) that do not leave. Only grows. */
  readonly hiddenMoments: Set<number>;
  /** Small cells not yet proved safe. Only shrinks. */
  readonly open: Set<number>;
  /** What a cell must be able to reach in the reader's eyes; its floor where nothing is asked. */
  readonly required: readonly number[];
}

/** Hides every guarded count that is smaller than what it must be able to reach, and nothing else yet. */
export function primary(table: LinkedTable, k: number): Protection {
  const required = table.cells.map((cell) => (cell.guarded ? Math.min(k, cell.bound) : cell.floor));
  const small = indicesWhere(
    table.cells,
    (cell, index) => cell.role !== 'fixed' && cell.value < (required[index] ?? 0),
  );
  const isSmall = new Set(small);
  const hidden = indicesWhere(table.cells, (cell, index) => cell.role === 'free' || isSmall.has(index));
  return {
    table,
    hidden: new Set(hidden),
    hiddenMoments: new Set(),
    open: isSmall,
    required,
  };
}

function indicesWhere<Item>(items: readonly Item[], test: (item: Item, index: number) => boolean): readonly number[] {
  return items.flatMap((item, index) => (test(item, index) ? [index] : []));
}
