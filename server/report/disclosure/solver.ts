import type { Highs, Model } from 'highs';

/** A linear program: minimise cost · x, rows between their bounds. Rows are sparse. */
export interface LinearProgram {
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** The minimiser, or null when there is no feasible point. */
export type Solve = (program: LinearProgram) => readonly number[] | null;

let loading: Promise<Solve> | undefined;

/**
 * The HiGHS simplex solver, loaded once, on first use (about 40 ms).
 * @throws Error when a program ends neither optimal nor infeasible (never seen on bounded count tables)
 */
export async function loadSolver(): Promise<Solve> {
  loading ??= loadHighs().then((highs) => {
    const model = highs.createModel();
    model.options.set({ output_flag: false, presolve: 'off' });
    return (program) => solveWith(highs, model, program);
  });
  return loading;
}

async function loadHighs(): Promise<Highs> {
  const entry: unknown = (await import('highs')).default;
  if (!isLoader(entry)) throw new Error('the package highs has no loader as its default export');
  return entry();
}

/** The package's types describe its CommonJS form, one `default` deeper than what an ES import gets. */
const isLoader = (entry: unknown): entry is () => Promise<Highs> => typeof entry === 'function';

function solveWith(highs: Highs, model: Model, program: LinearProgram): readonly number[] | null {
  const { optimal, infeasible } = highs.constants.modelStatus;
  model.passModel(modelOf(highs, program));
  model.run();
  const status = model.getModelStatus();
  if (status === infeasible) return null;
  if (status !== optimal) throw new Error(`the linear program ended with status ${status}`);
  return Array.from(model.getSolution().colValue);
}

function modelOf(highs: Highs, { cost, lower, upper, rows }: LinearProgram) {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return {
    numCols: cost.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: [...cost],
    colLower: [...lower],
    colUpper: upper.map((bound) => Math.min(bound, highs.infinity)),
    rowLower: rows.map((row) => Math.max(row.low, -highs.infinity)),
    rowUpper: rows.map((row) => Math.min(row.high, highs.infinity)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: rows.flatMap((row) => row.columns),
      values: rows.flatMap((row) => row.coefficients),
    },
  };
}
