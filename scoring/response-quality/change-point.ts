import type { AnswerPrediction } from './answer-prediction.ts';
import {
  cellOf,
  cellsOf,
  keptClass,
  OWN_PACE,
  PACE_SHARES,
  PACES,
  type SurpriseTable,
  sizeClass,
  surpriseTable,
} from './surprise-table.ts';

/**
 * The items of a form with what foretells their answers. `lowest` is the lowest code, `table` the index of the table, `row`
 * where in it the class of the item's error begins for each pace (item × pace).
 */
export interface ChangePointPlan {
  readonly prediction: AnswerPrediction;
  readonly lowest: Float64Array;
  readonly tables: readonly SurpriseTable[];
  readonly table: Int32Array;
  readonly row: Int32Array;
  /** Used again for every person: deviations by item, sums by pace, and the sums at every fourth answer. */
  readonly room: {
    readonly deviation: Float64Array;
    readonly sums: Float64Array;
    readonly read: Float64Array;
    readonly guessed: Float64Array;
  };
}

/**
 * `surprise`: how much better guessing explains all the answers than the person's other answers do, in natural logs.
 * `change`: the same for «from somewhere on», averaged over where, and over how evenly people answer before it.
 * Both are logarithms of likelihood ratios: above 0 speaks for answers given without reading.
 */
export interface Carelessness {
  readonly surprise: number;
  readonly change: number;
}

const FEWEST = 20;
const STRIDE = 4;
const LN_SHARES = PACE_SHARES.map(Math.log);

export function changePointPlan(prediction: AnswerPrediction, points: readonly (readonly number[])[]): ChangePointPlan {
  const lengths = [...new Set(points.map(({ length }) => length))];
  const rows = points.flatMap(({ length }, item) => {
    const size = sizeClass(prediction.sd[item] ?? 1);
    return Array.from(PACES, (pace) => keptClass(size + pace) * cellsOf(length) * length);
  });
  return {
    prediction,
    lowest: Float64Array.from(points, (codes) => Math.min(...codes)),
    tables: lengths.map(surpriseTable),
    table: Int32Array.from(points, ({ length }) => lengths.indexOf(length)),
    row: Int32Array.from(rows),
    room: {
      deviation: new Float64Array(points.length),
      sums: new Float64Array(PACES.length),
      read: new Float64Array(Math.ceil(points.length / STRIDE)),
      guessed: new Float64Array(Math.ceil(points.length / STRIDE)),
    },
  };
}

/**
 * Where reading may have stopped. Every answer is foretold from the person's other answers (codes of a point apart count as
 * one apart); careless answers are taken as equally likely points.
 * @param values raw answers by item position, NaN where missing
 * @param order item positions in the order in which they were met
 * @returns null with fewer than twenty answers
 */
export function changePoint(plan: ChangePointPlan, values: Float64Array, order: Int32Array): Carelessness | null {
  const { deviation, sums, read, guessed } = plan.room;
  takeDeviations(values, plan.prediction.mean, deviation);
  sums.fill(0);
  let answered = 0;
  let places = 0;
  let guessing = 0;
  for (let met = 0; met < order.length; met++) {
    const position = order[met] ?? 0;
    const value = values[position] ?? Number.NaN;
    const table = plan.tables[plan.table[position] ?? 0];
    if (table === undefined || Number.isNaN(value)) continue;
    if (answered % STRIDE === 0) {
      read[places] = mixed(sums);
      guessed[places++] = guessing;
    }
    addAnswer(plan, table, position, value, deviation, sums);
    guessing -= table.logPoints;
    answered++;
  }
  if (answered < FEWEST) return null;
  return {
    surprise: guessing - (sums[OWN_PACE] ?? 0),
    change: meanRatio(read, guessed, places, guessing) - mixed(sums),
  };
}

/** Adds ln P of one answer, foretold from the others, under each pace. */
function addAnswer(
  { prediction, lowest, row }: ChangePointPlan,
  { points, logs }: SurpriseTable,
  position: number,
  value: number,
  deviation: Float64Array,
  sums: Float64Array,
): void {
  const { mean, start, from, weight } = prediction;
  const low = lowest[position] ?? 0;
  let expected = (mean[position] ?? 0) - low;
  const end = start[position + 1] ?? 0;
  for (let term = start[position] ?? 0; term < end; term++) {
    expected += (weight[term] ?? 0) * (deviation[from[term] ?? 0] ?? 0);
  }
  const at = cellOf(expected, cellsOf(points)) * points + value - low;
  const paces = sums.length;
  for (let pace = 0; pace < paces; pace++) {
    sums[pace] = (sums[pace] ?? 0) + (logs[(row[position * paces + pace] ?? 0) + at] ?? 0);
  }
}

/** Deviations from the mean; a missing answer is taken as the mean, which foretells nothing. */
function takeDeviations(values: Float64Array, mean: Float64Array, deviation: Float64Array): void {
  for (let i = 0; i < deviation.length; i++) {
    const value = values[i] ?? Number.NaN;
    deviation[i] = Number.isNaN(value) ? 0 : value - (mean[i] ?? 0);
  }
}

/** ln Σ share × exp(sum) over the paces. */
function mixed(sums: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let pace = 0; pace < sums.length; pace++) {
    most = Math.max(most, (LN_SHARES[pace] ?? 0) + (sums[pace] ?? 0));
  }
  let total = 0;
  for (let pace = 0; pace < sums.length; pace++) {
    total += Math.exp((LN_SHARES[pace] ?? 0) + (sums[pace] ?? 0) - most);
  }
  return most + Math.log(total);
}

/** ln of the mean, over the places, of «read before it, guessed after it»; the last answers are too few to tell. */
function meanRatio(read: Float64Array, guessed: Float64Array, met: number, guessing: number): number {
  const places = Math.max(1, met - 1);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < places; at++) most = Math.max(most, (read[at] ?? 0) + guessing - (guessed[at] ?? 0));
  let total = 0;
  for (let at = 0; at < places; at++) total += Math.exp((read[at] ?? 0) + guessing - (guessed[at] ?? 0) - most);
  return most + Math.log(total / places);
}
