import { type Move, type ProgramDraft, type Term, termsOf } from './linear-program.ts';
import type { Atom, LinkedTable, ToldMoment } from './linked-table.ts';

/** Columns of a program that hold it to told moments. */
export interface ScoreColumns {
  /** Sum of the scores of each atom. */
  readonly sums: ReadonlyMap<number, Move>;
  /** By how much each moment of this release that may be hidden is broken. */
  readonly slacks: ReadonlyMap<number, Move>;
}

export interface Reach {
  readonly moveOf: (cell: number) => Move | undefined;
  /** Whether a cell belongs to what the program is about; pupils outside score what they really do. */
  readonly isInside: (cell: number) => boolean;
}

const infinity = Number.POSITIVE_INFINITY;
/** A sum of scores may move for next to nothing as long as told means are right. */
const trifle = 1e-3;
/** A point of a sum of squares is worth this much of a point of a sum: deviations go before means do. */
const shareOfSquares = 0.004;

/**
 * Holds a program to the told means: the scores of an atom sum up to anything between all pupils having the least and all
 * having the greatest score of their band, so that each told sum over atoms comes out right. That is all a mean tells.
 */
export function addMeanRows(draft: ProgramDraft, table: LinkedTable, reach: Reach): ScoreColumns {
  const told = [...table.moments.entries()].filter(([, { power }]) => power === 1);
  if (told.length === 0) return { sums: new Map(), slacks: new Map() };
  const sums = new Map(
    atomsInside(table, reach).map(([index, atom]) => [index, addSum(draft, table, atom, reach.moveOf)]),
  );
  const slacks = new Map<number, Move>();
  for (const [index, moment] of told) {
    const terms = moment.atoms.flatMap((atom) => termsOfMove(sums.get(atom)));
    if (terms.length > 0) addMomentRow(draft, { index, moment, terms, real: 0 }, slacks);
  }
  return { sums, slacks };
}

const atomsInside = ({ atoms }: LinkedTable, { isInside }: Reach): (readonly [index: number, atom: Atom])[] =>
  [...atoms.entries()].filter(([, { offset }]) => isInside(offset));

function addSum(draft: ProgramDraft, { scores, cells }: LinkedTable, atom: Atom, moveOf: Reach['moveOf']): Move {
  const sum = draft.addMove(trifle, infinity, infinity);
  const reach = (end: 'least' | 'greatest'): number =>
    scores.reduce((total, band, index) => total + band[end] * pupils(cells, atom, index), 0);
  const moved = (end: 'least' | 'greatest', sign: 1 | -1): readonly Term[] =>
    scores.flatMap((band, index) => termsOfMove(moveOf(atom.offset + index), sign * band[end]));
  draft.addRow([...moved('least', 1), ...termsOf(sum, -1)], -infinity, Math.max(0, atom.sum - reach('least')));
  draft.addRow([...moved('greatest', -1), ...termsOf(sum, 1)], -infinity, Math.max(0, reach('greatest') - atom.sum));
  return sum;
}

/**
 * Holds a program to the told deviations too: the pupils of each atom are put on the least, the middle and the greatest
 * score of their band in any numbers. More scores would prove more, slower.
 */
export function addScoreRows(draft: ProgramDraft, table: LinkedTable, reach: Reach): ScoreColumns {
  const pupilsOn = new Map(
    atomsInside(table, reach).map(([index, atom]) => [index, addPupils(draft, table, atom, reach.moveOf)]),
  );
  const slacks = new Map<number, Move>();
  for (const [index, moment] of table.moments.entries()) {
    const inside = moment.atoms.filter((atom) => pupilsOn.has(atom));
    if (inside.length === 0) continue;
    const terms = inside.flatMap((atom) =>
      (pupilsOn.get(atom) ?? []).map(([column, score]): Term => [column, score ** moment.power]),
    );
    const real = inside.reduce((total, atom) => total + realOf(table.atoms[atom], moment), 0);
    addMomentRow(draft, { index, moment, terms, real }, slacks);
  }
  return { sums: new Map(), slacks };
}

/** Columns of pupils, each with its score. */
function addPupils(
  draft: ProgramDraft,
  { scores, cells }: LinkedTable,
  atom: Atom,
  moveOf: Reach['moveOf'],
): readonly Term[] {
  return scores.flatMap(({ least, middle, greatest }, band): Term[] => {
    const own = [least, middle, greatest].map((score): Term => [draft.addColumn(0, 0, infinity), score]);
    const all = own.map(([column]): Term => [column, 1]);
    const here = pupils(cells, atom, band);
    draft.addRow([...all, ...termsOfMove(moveOf(atom.offset + band), -1)], here, here);
    return own;
  });
}

function addMomentRow(
  draft: ProgramDraft,
  row: { readonly index: number; readonly moment: ToldMoment; readonly terms: readonly Term[]; readonly real: number },
  slacks: Map<number, Move>,
): void {
  const { worth, power, mayBeHidden } = row.moment;
  const slack = mayBeHidden
    ? draft.addMove(power === 1 ? worth : shareOfSquares * worth, infinity, infinity)
    : undefined;
  if (slack !== undefined) slacks.set(row.index, slack);
  draft.addRow([...row.terms, ...termsOfMove(slack)], row.real, row.real);
}

const termsOfMove = (move: Move | undefined, factor = 1): readonly Term[] =>
  move === undefined ? [] : termsOf(move, factor);

/** All pupils of a band, known by name or not. */
const pupils = (cells: LinkedTable['cells'], { offset, known }: Atom, band: number): number =>
  (cells[offset + band]?.value ?? 0) + (known[band] ?? 0);

const realOf = (atom: Atom | undefined, { power }: ToldMoment): number =>
  atom === undefined ? 0 : power === 1 ? atom.sum : atom.sumSquares;
