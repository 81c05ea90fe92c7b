/** One comparison of a round robin: which of the two was chosen. */
export interface Comparison {
  readonly chosen: string;
  readonly other: string;
}

/**
 * Consistency of one round robin in which each of n types met each other once.
 * - `circularTriads`: Kendall's d, the number of threes in which a beats b, b beats c and c beats a;
 * - `zeta`: 1 − d/d_max, 1 for a perfect order, 0 for the most circular one.
 */
export interface RoundConsistency {
  readonly kind: 'consistency';
  readonly circularTriads: number;
  readonly zeta: number;
}

export interface IncompleteRound {
  readonly kind: 'insufficient';
  readonly answered: number;
  readonly required: number;
}

/**
 * d = n(n − 1)(2n − 1)/12 − ½Σa², a the wins of each type; d_max = n(n² − 1)/24 for odd n, n(n² − 4)/24 for even n
 * (Kendall & Babington Smith 1940). For five types d = 15 − ½Σa², 0…5.
 * @param types the types that meet
 * @throws RangeError with fewer than three types, for a comparison of unknown types, or for two comparisons of a pair
 */
export function circularTriads(
  types: readonly string[],
  comparisons: readonly Comparison[],
): RoundConsistency | IncompleteRound {
  const n = types.length;
  if (n < 3) throw new RangeError(`circularTriads requires at least three types, not ${n}`);
  checkRound(types, comparisons);
  const required = (n * (n - 1)) / 2;
  if (comparisons.length < required) return { kind: 'insufficient', answered: comparisons.length, required };
  const wins = types.map((type) => comparisons.filter(({ chosen }) => chosen === type).length);
  const squares = wins.reduce((sum, won) => sum + won * won, 0);
  const d = (n * (n - 1) * (2 * n - 1)) / 12 - squares / 2;
  const most = (n * (n * n - (n % 2 === 1 ? 1 : 4))) / 24;
  return { kind: 'consistency', circularTriads: d, zeta: 1 - d / most };
}

function checkRound(types: readonly string[], comparisons: readonly Comparison[]): void {
  const met = new Set<string>();
  for (const { chosen, other } of comparisons) {
    const pair = [chosen, other].sort().join(' and ');
    if (chosen === other || !types.includes(chosen) || !types.includes(other)) {
      throw new RangeError(`${pair} are not two of the types`);
    }
    if (met.has(pair)) throw new RangeError(`${pair} meet twice in one round`);
    met.add(pair);
  }
}
