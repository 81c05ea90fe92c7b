/** Answers of several people, row after row, NaN where missing. */
type Rows = readonly Float64Array[];

/** Mean of the answers given to an item; 0 where nobody answered. */
export function meanOf(rows: Rows, item: number): number {
  let [n, sum] = [0, 0];
  for (const row of rows) {
    const value = row[item] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  return n === 0 ? 0 : sum / n;
}

/**
 * Covariances (n − 1) of all items about the given means, as a lower triangle with the diagonal; each over those who answered
 * both items, 0 with fewer than two of them.
 */
export function covariancesOf(rows: Rows, means: readonly number[]): number[][] {
  const k = means.length;
  const sums = new Float64Array(k * k);
  const missing = new Float64Array(k);
  const bothMissing = new Float64Array(k * k);
  const deviation = new Float64Array(k);
  for (const row of rows) {
    const absent: number[] = [];
    for (let i = 0; i < k; i++) {
      const value = row[i] ?? Number.NaN;
      if (Number.isNaN(value)) absent.push(i);
      deviation[i] = Number.isNaN(value) ? 0 : value - (means[i] ?? 0);
    }
    addProducts(sums, deviation, k);
    for (const i of absent) {
      missing[i] = (missing[i] ?? 0) + 1;
      for (const j of absent) bothMissing[i * k + j] = (bothMissing[i * k + j] ?? 0) + 1;
    }
  }
  return means.map((_, i) =>
    Array.from({ length: i + 1 }, (_unused, j) => {
      const both = rows.length - (missing[i] ?? 0) - (missing[j] ?? 0) + (bothMissing[i * k + j] ?? 0);
      return both < 2 ? 0 : (sums[i * k + j] ?? 0) / (both - 1);
    }),
  );
}

function addProducts(sums: Float64Array, deviation: Float64Array, k: number): void {
  for (let i = 0; i < k; i++) {
    const own = deviation[i] ?? 0;
    const at = i * k;
    for (let j = 0; j <= i; j++) sums[at + j] = (sums[at + j] ?? 0) + own * (deviation[j] ?? 0);
  }
}

/** Share of each point among the answers given; equal shares where nobody answered. */
export function proportionsOf(rows: Rows, item: number, codes: readonly number[]): number[] {
  const counts = codes.map((code) => rows.reduce((n, row) => (row[item] === code ? n + 1 : n), 0));
  const all = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((n) => (all === 0 ? 1 / codes.length : n / all));
}
