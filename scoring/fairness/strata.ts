import { columnOf, type ResponseMatrix } from '../math/response-matrix.ts';

/** Whom to compare: true for the focal group, false for the reference group, null for neither. */
export type GroupMembership = readonly (boolean | null)[];

/** Persons of one matching score: their answers to the studied item. */
export interface Stratum {
  readonly score: number;
  readonly reference: readonly number[];
  readonly focal: readonly number[];
}

export interface StudiedItem {
  readonly column: number;
  /** One matching score per person, see `matchingScores`. */
  readonly scores: readonly (number | null)[];
}

/**
 * Splits the answers to one item by matching score and group; persons without answer, score or group are left out.
 * @throws RangeError when lengths differ.
 */
export function strataOf(matrix: ResponseMatrix, groups: GroupMembership, studied: StudiedItem): Stratum[] {
  if (groups.length !== matrix.n || studied.scores.length !== matrix.n) {
    throw new RangeError('a group and a matching score are needed for every row');
  }
  const answers = columnOf(matrix, studied.column);
  const strata = new Map<number, { reference: number[]; focal: number[] }>();
  for (const [row, score] of studied.scores.entries()) {
    const answer = answers[row] ?? Number.NaN;
    const isFocal = groups[row] ?? null;
    if (score === null || isFocal === null || Number.isNaN(answer)) continue;
    const stratum = strata.get(score) ?? { reference: [], focal: [] };
    strata.set(score, stratum);
    (isFocal ? stratum.focal : stratum.reference).push(answer);
  }
  return [...strata].map(([score, stratum]) => ({ score, ...stratum })).sort((a, b) => a.score - b.score);
}
