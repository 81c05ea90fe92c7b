import { compile, FIELDS, MEAN, type Plan, scoreInto } from '../../scoring/index.ts';
import { mean, variance } from '../../scoring/math/moments.ts';
import { columnOf, type ResponseMatrix, rowOf } from '../../scoring/math/response-matrix.ts';
import type { KeyedScale } from './bench/key-file.ts';
import { instrumentScales, isAnalysable, scaleAnswers } from './bench/keyed-scales.ts';
import { rawSums } from './bench/norms-csv.ts';
import { type Overall, overallOf } from './bench/overall.ts';
import { analyseScale, type ScaleReport as ScaleAnalysis } from './bench/scale-analysis.ts';
import { type ScaleRetest, scaleRetest, type TwoWaves, twoWaves, wavesOf } from './bench/two-waves.ts';
import type { Notice, TableOutcome } from './csv/answer-table.ts';
import type { TableRequest } from './csv/column-roles.ts';
import { type ResponseTable, readResponses } from './csv/response-table.ts';
import { knownForm } from './known-form.ts';

type Input = AsyncIterable<Buffer | string>;

export interface ItemsCsvOptions {
  readonly input: Input;
  /** An instrument of ours, or a key; with neither all columns of answers are one scale, keyed as they stand. */
  readonly instrument?: string;
  readonly key?: readonly KeyedScale[];
  /** The same persons once more: another file, or a column that names two waves. */
  readonly retest?: Input;
  readonly wave?: string;
  readonly columns?: Pick<TableRequest, 'items' | 'exclude'>;
  readonly factors?: number;
  readonly seed?: number;
  readonly notice: Notice;
}

/**
 * One scale. `n`, `mean` and `sd` (n − 1) are of the keyed mean answer over all persons with a score; `alpha` and the other
 * coefficients rest on the `complete` persons, who answered every item. Means of items are after keying.
 */
export interface ScaleReport extends ScaleAnalysis {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly retest: ScaleRetest | null;
}

export interface ItemsReport extends TableOutcome {
  readonly instrument: string | null;
  readonly version: string | null;
  readonly seed: number;
  readonly scales: readonly ScaleReport[];
  /** All items together, where there is more than one scale. */
  readonly overall: Overall | null;
}

interface Sheet {
  readonly table: ResponseTable;
  readonly scales: readonly KeyedScale[];
  /** Mean answers per scale of everybody who has one. */
  readonly means: (scale: KeyedScale) => readonly number[];
  readonly waves: TwoWaves | null;
}

/**
 * Classical item analysis of a CSV of answers, for every scale of rated items: each item, the coefficients of reliability,
 * the number of dimensions, local dependence, and stability where there are two waves.
 * @throws CsvProblem when the table as a whole cannot be read; Error when there is no such instrument or the key is wrong
 */
export async function itemsCsv(options: ItemsCsvOptions): Promise<ItemsReport> {
  const seed = options.seed ?? 1;
  const { table, scales, means, waves } = await readSheet(options);
  const settings = {
    seed,
    times: table.times,
    ...(options.factors === undefined ? {} : { factors: options.factors }),
  };
  const reports = scales.map((scale): ScaleReport => {
    const own = means(scale);
    return {
      ...analyseScale(scaleAnswers(table.matrix, table.items, scale), settings),
      n: own.length,
      mean: own.length === 0 ? null : mean(own),
      sd: own.length < 2 ? null : Math.sqrt(variance(own)),
      retest: waves === null ? null : scaleRetest(waves, scale),
    };
  });
  const instrument = options.instrument === undefined ? null : knownForm(options.instrument);
  return {
    instrument: options.instrument ?? null,
    version: instrument?.version ?? null,
    ...table.outcome,
    seed,
    scales: reports,
    overall: overallOf(
      scales.map((scale) => scaleAnswers(table.matrix, table.items, scale)),
      seed,
    ),
  };
}

function readSheet(options: ItemsCsvOptions): Promise<Sheet> {
  return options.instrument === undefined ? byKey(options) : byInstrument(options, options.instrument);
}

async function byInstrument(options: ItemsCsvOptions, id: string): Promise<Sheet> {
  const instrument = knownForm(id);
  const plan = compile(instrument);
  const pointsOf = (item: string): readonly number[] => plan.points[plan.position.get(item) ?? -1] ?? [];
  const request: TableRequest = {
    items: plan.itemIds,
    points: new Map(plan.itemIds.map((item) => [item, pointsOf(item)])),
    absentItems: true,
  };
  const { table, waves } = await readWaves(options, request);
  const left = instrument.scales.filter((scale) => !isAnalysable(scale)).map((scale) => scale.id);
  if (left.length > 0) options.notice(`scales without item analysis: ${left.join(', ')}`);
  const indexOf = (scale: string): number => instrument.scales.findIndex((one) => one.id === scale);
  const out = scored(plan, table.matrix);
  return {
    table,
    waves,
    scales: instrumentScales(instrument, pointsOf),
    means: ({ scale }) => out.map((row) => row[indexOf(scale)] ?? Number.NaN).filter((x) => !Number.isNaN(x)),
  };
}

/** Scale means of every row, as far as the row has enough answers for one. */
function scored(plan: Plan, matrix: ResponseMatrix): Float64Array[] {
  const out = new Float64Array(plan.scales.length * FIELDS);
  return Array.from({ length: matrix.n }, (_, row) => {
    scoreInto(plan, rowOf(matrix, row), out);
    return Float64Array.from(plan.scales, (_scale, index) => out[index * FIELDS + MEAN] ?? Number.NaN);
  });
}

async function byKey(options: ItemsCsvOptions): Promise<Sheet> {
  const asked = options.key?.flatMap(({ items }) => items.map(({ item }) => item));
  const items = asked === undefined ? options.columns?.items : [...new Set(asked)];
  const exclude = options.columns?.exclude;
  const request = { ...(items === undefined ? {} : { items }), ...(exclude === undefined ? {} : { exclude }) };
  const { table, waves } = await readWaves(options, request);
  const scales = options.key ?? [{ scale: 'all', items: table.items.map((item) => ({ item, reversed: false })) }];
  return { table, waves, scales, means: (scale) => keyedMeans(table, scale) };
}

/** Mean keyed answer of everybody who answered four fifths of the scale's items, not counting items that nobody answered. */
function keyedMeans(table: ResponseTable, scale: KeyedScale): number[] {
  const asked = scale.items.filter(({ item }) => {
    const column = table.items.indexOf(item);
    return column >= 0 && columnOf(table.matrix, column).some((x) => !Number.isNaN(x));
  });
  return rawSums(scaleAnswers(table.matrix, table.items, { ...scale, items: asked })).flatMap((sum) =>
    sum === null ? [] : [sum / asked.length],
  );
}

async function readWaves(options: ItemsCsvOptions, request: TableRequest) {
  const { wave, retest, notice, input } = options;
  const table = await readResponses(input, wave === undefined ? request : { ...request, keep: [wave] }, notice);
  if (wave !== undefined) {
    const waves = wavesOf(table, wave);
    notice(`${waves.matched} persons in both waves; items are analysed in the first`);
    return { table: { ...table, ...waves.first }, waves };
  }
  if (retest === undefined) return { table, waves: null };
  const second = await readResponses(retest, { ...request, items: table.items }, notice);
  const waves = twoWaves(table, second);
  notice(`${waves.matched} persons in both waves, matched by id`);
  return { table, waves };
}
