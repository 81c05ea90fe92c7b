import highsModule from 'highs';

/** Σ coefficient × column between low and high. */
export interface Row {
  readonly terms: ReadonlyMap<number, number>;
  readonly low: number;
  readonly high: number;
}

export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** The number that HiGHS knows the primal simplex by; its own choice, the dual one, takes five times as long here. */
const primal = 4;

type Highs = Awaited<ReturnType<typeof highsModule.default>>;
type Model = ReturnType<Highs['createModel']>;

/** Least and greatest sum of each set of columns (all ≥ 0) under the rows, by one model solved again and again. */
export async function intervalsOf(
  columns: number,
  rows: readonly Row[],
  sets: readonly (readonly number[])[],
): Promise<readonly Interval[]> {
  const highs = await load();
  const model = highs.createModel(modelOf(highs, columns, rows, sets));
  try {
    // Only costs change from one solve to the next: the last solution stays feasible, and the primal simplex goes on from it.
    model.options.set({ output_flag: false, simplex_strategy: primal });
    return sets.map((_, set) => ({
      least: -optimum(highs, model, columns + set, 1),
      most: optimum(highs, model, columns + set, -1),
    }));
  } finally {
    model.dispose();
  }
}

/** Greatest value of −sign × the column. */
function optimum(highs: Highs, model: Model, column: number, sign: 1 | -1): number {
  model.changeColCost(column, sign);
  model.run();
  const status = model.getModelStatus();
  if (status !== highs.constants.modelStatus.optimal) throw new Error(`the attack ended with status ${status}`);
  const value = -model.getObjectiveValue();
  model.changeColCost(column, 0);
  return value;
}

/** Each set has a column of its own, equal to its sum. */
function modelOf(highs: Highs, columns: number, rows: readonly Row[], sets: readonly (readonly number[])[]) {
  const sums = sets.map((set, index): Row => {
    return { terms: new Map([...set.map((column) => [column, 1] as const), [columns + index, -1]]), low: 0, high: 0 };
  });
  const all = [...rows, ...sums];
  const numCols = columns + sets.length;
  const starts = [0];
  for (const { terms } of all) starts.push((starts.at(-1) ?? 0) + terms.size);
  return {
    numCols,
    numRows: all.length,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: all.map(({ low }) => low),
    rowUpper: all.map(({ high }) => Math.min(high, highs.infinity)),
    matrix: {
      format: 'csr' as const,
      numRows: all.length,
      numCols,
      starts,
      indices: all.flatMap(({ terms }) => [...terms.keys()]),
      values: all.flatMap(({ terms }) => [...terms.values()]),
    },
  };
}

async function load(): Promise<Highs> {
  const entry: unknown = highsModule;
  const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';
  if (!isLoader(entry)) throw new Error('the package highs has no loader');
  return entry();
}
