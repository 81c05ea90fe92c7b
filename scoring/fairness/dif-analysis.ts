import { type Insufficient, insufficient } from '../math/insufficient.ts';
import { columnOf, type ResponseMatrix } from '../math/response-matrix.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { type OddsDtf, oddsDtf } from './differential-test-functioning.ts';
import { type Mantel, mantel } from './mantel.ts';
import { type MantelHaenszel, mantelHaenszel } from './mantel-haenszel.ts';
import { matchingScores } from './matching-score.ts';
import { type OrdinalLogisticDif, ordinalLogisticDif } from './ordinal-logistic-dif.ts';
import { type Purification, purify } from './purify.ts';
import { type GroupMembership, type Stratum, strataOf } from './strata.ts';

export interface DifSettings {
  /** Take items that function differently out of the matching score, up to ten rounds (true). */
  readonly purified?: boolean;
  /** Significance at which an item is taken out (.05). */
  readonly alpha?: number;
  /** Smallest group (100). */
  readonly minGroup?: number;
}

export interface ItemDif {
  readonly column: number;
  /** Mantel–Haenszel for two answers, else Mantel; null where it cannot be computed. */
  readonly mantelHaenszel: MantelHaenszel | null;
  readonly mantel: Mantel | null;
  readonly logistic: OrdinalLogisticDif | null;
  /** p of the Mantel test, as found and after Benjamini–Hochberg over the items. */
  readonly p: number | null;
  readonly adjustedP: number | null;
  /** Largest of the classes found: A, B or C; null where nothing could be computed. */
  readonly class: 'A' | 'B' | 'C' | null;
}

export interface DifAnalysis {
  readonly kind: 'dif-analysis';
  readonly reference: number;
  readonly focal: number;
  readonly items: readonly ItemDif[];
  readonly purification: Purification | null;
  /** For items with two answers. */
  readonly dtf: OddsDtf | null;
}

interface Question {
  readonly matrix: ResponseMatrix;
  readonly groups: GroupMembership;
}

const answersOf = (matrix: ResponseMatrix, column: number): number[] =>
  [...new Set(columnOf(matrix, column).filter((x) => !Number.isNaN(x)))].sort((a, b) => a - b);

/** Strata of each item with some items left out of the matching score; the studied item always counts. */
function strataOfItems({ matrix, groups }: Question, excluded: readonly number[]): Stratum[][] {
  const all = Array.from({ length: matrix.k }, (_, j) => j);
  const kept = all.filter((j) => !excluded.includes(j));
  const shared = matchingScores(matrix, kept);
  return all.map((column) => {
    const scores = excluded.includes(column) ? matchingScores(matrix, [...kept, column]) : shared;
    return strataOf(matrix, groups, { column, scores });
  });
}

function mantelTests(question: Question, column: number, strata: readonly Stratum[]) {
  const answers = answersOf(question.matrix, column);
  const [, right] = answers;
  const dichotomous = answers.length === 2 && right !== undefined ? mantelHaenszel(strata, right) : null;
  const general = answers.length >= 2 ? mantel(strata) : null;
  const p = answers.length === 2 ? (dichotomous?.p ?? null) : (general?.p ?? null);
  return { mantelHaenszel: dichotomous, mantel: general, p };
}

const RANK = { A: 0, B: 1, C: 2, AA: 0, BB: 1, CC: 2 } as const;

/** For two answers the ETS class is final; for more, the larger of Mantel's and the logistic class. */
function overallClass(item: Pick<ItemDif, 'mantelHaenszel' | 'mantel' | 'logistic'>): ItemDif['class'] {
  if (item.mantelHaenszel !== null) return item.mantelHaenszel.ets;
  const ranks = [item.mantel?.class, item.logistic?.class].filter((c) => c !== undefined).map((c) => RANK[c]);
  if (ranks.length === 0) return null;
  return (['A', 'B', 'C'] as const)[Math.max(...ranks)] ?? null;
}

function testItems(question: Question, excluded: readonly number[]): ItemDif[] {
  const found = strataOfItems(question, excluded).map((strata, column) => ({
    column,
    ...mantelTests(question, column, strata),
    logistic: ordinalLogisticDif(strata),
  }));
  const adjusted = benjaminiHochberg(found.map(({ p }) => p));
  return found.map((item, i) => ({ ...item, adjustedP: adjusted[i] ?? null, class: overallClass(item) }));
}

/**
 * Differential item functioning of a whole scale between two groups: Mantel–Haenszel (two answers) or Mantel and ordinal
 * logistic regression (more), on a purified matching score, with Benjamini–Hochberg over the items, and what it comes to
 * for the test.
 *
 * A flag is where experts begin to read the item; it is not a verdict on it.
 * @param matrix keyed answers. @param groups true for the focal group, null for neither.
 * @returns insufficient when a group is smaller than `minGroup` (100; 200 is better) or there are under three items.
 * @throws RangeError unless there is one group entry per row.
 */
export function difAnalysis(
  matrix: ResponseMatrix,
  groups: GroupMembership,
  settings: DifSettings = {},
): DifAnalysis | Insufficient {
  if (groups.length !== matrix.n) throw new RangeError('difAnalysis requires a group for every row');
  const minGroup = settings.minGroup ?? 100;
  const [reference, focal] = [groups.filter((g) => g === false).length, groups.filter((g) => g === true).length];
  if (Math.min(reference, focal) < minGroup)
    return insufficient('the smaller group', Math.min(reference, focal), minGroup);
  if (matrix.k < 3) return insufficient('items to match on', matrix.k, 3);
  const question = { matrix, groups };
  const alpha = settings.alpha ?? 0.05;
  const flag = (excluded: readonly number[]): number[] =>
    strataOfItems(question, excluded).flatMap((strata, column) => {
      const { p } = mantelTests(question, column, strata);
      return p !== null && p < alpha ? [column] : [];
    });
  const purification = settings.purified === false ? null : purify(flag);
  const items = testItems(question, purification?.flagged ?? []);
  const odds = items.flatMap(({ mantelHaenszel: mh }) =>
    mh === null ? [] : [{ logAlpha: Math.log(mh.alpha), se: mh.logAlphaSe }],
  );
  return { kind: 'dif-analysis', reference, focal, items, purification, dtf: oddsDtf(odds) };
}
