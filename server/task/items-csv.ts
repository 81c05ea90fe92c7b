import { loadForm } from '../../instruments/forms.ts';
import type { Instrument, InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import { compile, FIELDS, MEAN, type Plan, scoreInto } from '../../scoring/index.ts';
import { mean, variance } from '../../scoring/math/moments.ts';
import { type ItemAnalysis, itemAnalysis } from '../../scoring/reliability/item-analysis.ts';
import { type AnswerStore, answerStore } from './csv/answer-store.ts';
import { type Notice, readAnswerTable, type TableOutcome } from './csv/answer-table.ts';

export interface ItemsCsvOptions {
  readonly input: AsyncIterable<Buffer | string>;
  readonly instrument: string;
  readonly notice: Notice;
}

/**
 * One scale. `n`, `mean` and `sd` (n − 1) are of the keyed mean answer over all persons with a score; `alpha` and the other
 * coefficients rest on the `complete` persons, who answered every item. Means of items are after keying.
 */
export interface ScaleReport {
  readonly scale: string;
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly alpha: number | null;
  readonly complete: number;
  readonly statistics: ItemAnalysis['scale'];
  readonly items: ItemAnalysis['items'];
}

export interface ItemsReport extends TableOutcome {
  readonly instrument: string;
  readonly version: string;
  readonly scales: readonly ScaleReport[];
}

/**
 * Classical item analysis of a CSV of answers, for every scale of rated items. Coefficients of internal consistency have no
 * meaning for forced pairs and comparisons with a key, so those scales are left out, and named in a notice.
 * @throws CsvProblem when the table as a whole cannot be read; Error when there is no such instrument
 */
export async function itemsCsv({ input, instrument: id, notice }: ItemsCsvOptions): Promise<ItemsReport> {
  const instrument = loadForm(id);
  const plan = compile(instrument);
  const store = answerStore(plan.itemIds.length);
  const means = meanCollector(plan);
  const outcome = await readAnswerTable(input, { plan, notice }, (values) => {
    store.put(values);
    means.add(values);
  });
  const analysed = instrument.scales.filter(isAnalysable);
  const left = instrument.scales.filter((scale) => !isAnalysable(scale)).map((scale) => scale.id);
  if (left.length > 0) notice(`scales without item analysis: ${left.join(', ')}`);
  const scales = analysed.map((scale) => scaleReport(plan, scale, store, means.of(instrument.scales.indexOf(scale))));
  return { instrument: id, version: instrument.version, ...outcome, scales };
}

function isAnalysable({ score }: Instrument['scales'][number]): boolean {
  return score === 'mean' || score === 'sum' || score === 'weighted' || score === 'match-count';
}

/** Scale means of every row, as far as the row has enough answers for one. */
function meanCollector(plan: Plan) {
  const out = new Float64Array(plan.scales.length * FIELDS);
  const collected = plan.scales.map((): number[] => []);
  return {
    add(values: Float64Array): void {
      scoreInto(plan, values, out);
      for (const [index, means] of collected.entries()) {
        const value = out[index * FIELDS + MEAN] ?? Number.NaN;
        if (!Number.isNaN(value)) means.push(value);
      }
    },
    of: (index: number): readonly number[] => collected[index] ?? [],
  };
}

function scaleReport(plan: Plan, scale: InstrumentScale, store: AnswerStore, means: readonly number[]): ScaleReport {
  const terms = scale.items ?? [];
  const positions = terms.map(({ item }) => plan.position.get(item) ?? -1);
  const matrix = { n: store.size(), k: terms.length, values: store.select(positions) };
  const keys = terms.map(({ item, key, match }, index) => {
    const points = plan.points[positions[index] ?? -1] ?? [];
    const [low, high] = [Math.min(...points), Math.max(...points)];
    return { item, reversed: key === -1 || match === low, low, high };
  });
  const { items, scale: statistics } = itemAnalysis(matrix, keys);
  return {
    scale: scale.id,
    n: means.length,
    mean: means.length === 0 ? null : mean(means),
    sd: means.length < 2 ? null : Math.sqrt(variance(means)),
    alpha: statistics.alpha,
    complete: statistics.n,
    statistics,
    items,
  };
}
