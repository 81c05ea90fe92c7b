import type { Draft } from './draft.ts';
import type { Atom, LinkedTable } from './linked-table.ts';
import type { Protection } from './protection.ts';

/** A mean that could be broken in a draft, and the columns that tell by how much. */
export interface MeanSlack {
  readonly moment: number;
  readonly columns: readonly number[];
}

export interface MeanRows {
  readonly slacks: readonly MeanSlack[];
  /** Column of the sum of scores of each atom that may move. */
  readonly sums: ReadonlyMap<number, number>;
}

/**
 * Holds a draft to the published means: the scores of the pupils of each atom that moves sum up to anything between all
 * having the least and all having the greatest score of their band, so that each known sum over atoms comes out as it is.
 * Atoms that do not move keep theirs. A mean of this release may be broken at its worth per point, which means hiding it.
 */
export function addMeans(draft: Draft, { table, hiddenMoments }: Protection): MeanRows {
  const sums = new Map<number, number>();
  const means = table.moments.flatMap((moment, index) =>
    moment.power === 1 && !hiddenMoments.has(index) ? [{ moment, index }] : [],
  );
  if (means.length === 0) return { slacks: [], sums };
  for (const [index, atom] of table.atoms.entries()) {
    if (table.scores.some((_, band) => draft.isMovable(atom.offset + band)))
      sums.set(index, addSum(draft, table, atom));
  }
  const slacks = means.flatMap(({ moment, index }): MeanSlack[] => {
    const moved = moment.atoms.filter((atom) => sums.has(atom));
    if (moved.length === 0) return [];
    const value = moved.reduce((sum, atom) => sum + (table.atoms[atom]?.sum ?? 0), 0);
    const [over, under] = moment.mayBeHidden ? addSlack(draft, moment.worth) : [];
    const slack =
      over === undefined || under === undefined
        ? []
        : ([
            [over, 1],
            [under, -1],
          ] as const);
    const terms = moved.map((atom) => [sums.get(atom) ?? -1, 1] as const);
    draft.addConstraint({ cells: [], coefficients: [], value }, [...terms, ...slack]);
    return [{ moment: index, columns: slack.map(([column]) => column) }];
  });
  return { slacks, sums };
}

const addSlack = (draft: Draft, worth: number): readonly number[] => [
  draft.addColumn(worth, 0, Number.POSITIVE_INFINITY),
  draft.addColumn(worth, 0, Number.POSITIVE_INFINITY),
];

/** Σ least × pupils ≤ sum ≤ Σ greatest × pupils, pupils known by name included. */
function addSum(draft: Draft, { scores }: LinkedTable, atom: Atom): number {
  const column = draft.addColumn(0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const cells = scores.map((_, band) => atom.offset + band);
  for (const end of ['least', 'greatest'] as const) {
    const coefficients = scores.map((band) => -band[end]);
    const ofKnown = scores.reduce((sum, band, index) => sum + band[end] * (atom.known[index] ?? 0), 0);
    const room = draft.addColumn(0, 0, Number.POSITIVE_INFINITY);
    const sign = end === 'least' ? -1 : 1;
    draft.addConstraint({ cells, coefficients, value: ofKnown }, [
      [column, 1],
      [room, sign],
    ]);
  }
  return column;
}
