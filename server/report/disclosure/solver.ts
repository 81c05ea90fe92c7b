import type { Highs, Model } from 'highs';
import type { LinearProgram } from './linear-program.ts';

/** A linear program kept in the solver while its bounds and costs change. */
export interface SolverModel {
  setBounds(column: number, lower: number, upper: number): void;
  setCost(column: number, cost: number): void;
  /** The minimiser, or null when none was found: there is no feasible point, or the solver gave up. */
  solve(): ArrayLike<number> | null;
  /** To be called when done: the solver's memory is not collected. */
  close(): void;
}

export type OpenModel = (program: LinearProgram) => SolverModel;

let loading: Promise<Highs> | undefined;

/** The HiGHS simplex solver, loaded once, on first use (about 40 ms). */
export async function loadSolver(): Promise<OpenModel> {
  loading ??= loadHighs();
  const highs = await loading;
  return (program) => open(highs, program);
}

async function loadHighs(): Promise<Highs> {
  const entry: unknown = (await import('highs')).default;
  if (!isLoader(entry)) throw new Error('the package highs has no loader as its default export');
  return entry();
}

/** The package's types describe its CommonJS form, one `default` deeper than what an ES import gets. */
const isLoader = (entry: unknown): entry is () => Promise<Highs> => typeof entry === 'function';

/** Each solve starts from the solution of the program as it was given, of which ours are small changes. */
function open(highs: Highs, program: LinearProgram): SolverModel {
  const model = highs.createModel(modelOf(highs, program));
  model.options.set({ output_flag: false, presolve: 'off' });
  model.run();
  const start = model.getBasis();
  return {
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, Math.min(upper, highs.infinity)),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    solve: () => {
      model.setBasis(start);
      return solutionOf(highs, model);
    },
    close: () => model.dispose(),
  };
}

function solutionOf(highs: Highs, model: Model): ArrayLike<number> | null {
  model.run();
  return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getSolution().colValue : null;
}

function modelOf(highs: Highs, { cost, lower, upper, rows }: LinearProgram) {
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  return {
    numCols: cost.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: [...cost],
    colLower: lower.map((bound) => Math.max(bound, -highs.infinity)),
    colUpper: upper.map((bound) => Math.min(bound, highs.infinity)),
    rowLower: rows.map(({ low }) => Math.max(low, -highs.infinity)),
    rowUpper: rows.map(({ high }) => Math.min(high, highs.infinity)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: rows.flatMap(({ terms }) => terms.map(([column]) => column)),
      values: rows.flatMap(({ terms }) => terms.map(([, coefficient]) => coefficient)),
    },
  };
}
