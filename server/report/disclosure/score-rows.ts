import type { Draft, OwnTerm } from './draft.ts';
import type { Atom, LinkedTable } from './linked-table.ts';
import type { Protection } from './protection.ts';

/** A told moment that could be broken in a draft, and the columns that tell by how much. */
export interface MomentSlack {
  readonly moment: number;
  readonly columns: readonly number[];
}

export interface ScoreRows {
  readonly slacks: readonly MomentSlack[];
  /** Sum of the scores of each atom that may move. */
  readonly sums: ReadonlyMap<number, readonly OwnTerm[]>;
}

/** Sum of the scores (1) and, where they are held too, of their squares (2) of the pupils of an atom. */
type Powers = { readonly 1: readonly OwnTerm[]; readonly 2: readonly OwnTerm[] | null };

/**
 * Holds a draft to the told means and, if asked, deviations: the pupils of each atom that moves get scores within their
 * bands so that each told sum over atoms comes out as it is. Atoms that do not move keep theirs.
 * A moment of this release may be broken at its worth per unit, which means hiding it.
 */
export function addScores(draft: Draft, { table, hiddenMoments }: Protection, holdDeviations: boolean): ScoreRows {
  const told = table.moments.flatMap((moment, index) => {
    const isHeld = moment.power === 1 || holdDeviations;
    return isHeld && !hiddenMoments.has(index) ? [{ moment, index }] : [];
  });
  const powers = new Map<number, Powers>();
  for (const [index, atom] of told.length === 0 ? [] : table.atoms.entries()) {
    if (!table.scores.some((_, band) => draft.isMovable(atom.offset + band))) continue;
    powers.set(index, holdDeviations ? addEachScore(draft, table, atom) : addSum(draft, table, atom));
  }
  const slacks = told.flatMap(({ moment, index }): MomentSlack[] => {
    const moved = moment.atoms.filter((atom) => powers.has(atom));
    if (moved.length === 0) return [];
    const realOf = ({ sum, sumSquares }: Atom): number => (moment.power === 1 ? sum : sumSquares);
    const value = moved.reduce((sum, index) => sum + (table.atoms[index] ? realOf(table.atoms[index]) : 0), 0);
    const slack = moment.mayBeHidden
      ? addSlack(draft, moment.power === 1 ? moment.worth : trifling * moment.worth)
      : [];
    draft.addConstraint({ cells: [], coefficients: [], value }, [
      ...moved.flatMap((atom) => powers.get(atom)?.[moment.power] ?? []),
      ...slack,
    ]);
    return [{ moment: index, columns: slack.map(([column]) => column) }];
  });
  return { slacks, sums: new Map([...powers].map(([atom, terms]) => [atom, terms[1]])) };
}

/** A point of a sum of squares is worth this much of a point of a sum: deviations go before means do. */
const trifling = 0.004;

function addSlack(draft: Draft, worth: number): readonly OwnTerm[] {
  const [over, under] = [1, -1].map((sign) => [draft.addColumn(worth, 0, Number.POSITIVE_INFINITY), sign] as const);
  return over === undefined || under === undefined ? [] : [over, under];
}

/** Σ least × pupils ≤ sum ≤ Σ greatest × pupils, pupils known by name included: all a mean can tell. */
function addSum(draft: Draft, { scores }: LinkedTable, atom: Atom): Powers {
  const column = draft.addColumn(0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const cells = scores.map((_, band) => atom.offset + band);
  for (const [end, sign] of [
    ['least', -1],
    ['greatest', 1],
  ] as const) {
    const coefficients = scores.map((band) => -band[end]);
    const ofKnown = scores.reduce((sum, band, index) => sum + band[end] * (atom.known[index] ?? 0), 0);
    const room = draft.addColumn(0, 0, Number.POSITIVE_INFINITY);
    draft.addConstraint({ cells, coefficients, value: ofKnown }, [
      [column, 1],
      [room, sign],
    ]);
  }
  draft.keepNear(column, atom.sum);
  return { 1: [[column, 1]], 2: null };
}

/** Pupils on the least, the middle and the greatest score of each band: enough to prove with, more would only be slower. */
function addEachScore(draft: Draft, { scores }: LinkedTable, atom: Atom): Powers {
  const terms = scores.flatMap(({ least, middle, greatest }, band): OwnTerm[] => {
    const own = [least, middle, greatest].map(
      (score): OwnTerm => [draft.addColumn(0, 0, Number.POSITIVE_INFINITY), score],
    );
    const value = -(atom.known[band] ?? 0);
    draft.addConstraint(
      { cells: [atom.offset + band], coefficients: [1], value },
      own.map(([column]) => [column, -1]),
    );
    return own;
  });
  return { 1: terms, 2: terms.map(([column, score]) => [column, score * score]) };
}
