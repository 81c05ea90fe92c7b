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

/** Covariance (n − 1) over those who answered both; 0 with fewer than two of them. */
export function covarianceOf(rows: Rows, means: readonly number[], i: number, j: number): number {
  const [mi, mj] = [means[i] ?? 0, means[j] ?? 0];
  let [n, sum] = [0, 0];
  for (const row of rows) {
    const product = ((row[i] ?? Number.NaN) - mi) * ((row[j] ?? Number.NaN) - mj);
    if (Number.isNaN(product)) continue;
    n++;
    sum += product;
  }
  return n < 2 ? 0 : sum / (n - 1);
}

/** Share of each point among the answers given; equal shares where nobody answered. */
export function proportionsOf(rows: Rows, item: number, codes: readonly number[]): number[] {
  const counts = codes.map((code) => rows.reduce((n, row) => (row[item] === code ? n + 1 : n), 0));
  const all = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((n) => (all === 0 ? 1 / codes.length : n / all));
}
