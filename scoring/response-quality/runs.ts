import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { ItemTable } from '../compile/item-table.ts';

/** Where each item stands, its page × FORMATS + its format; and the items that are ratings, of which the spread is taken. */
export interface RunPlan {
  readonly place: Int32Array;
  readonly rated: Int32Array;
  /** Items of each format; 0 for those in which equal answers in a row mean nothing, because all are keyed one way. */
  readonly mixedItems: Int32Array;
}

/** No form has as many formats as this. */
const FORMATS = 1 << 8;

/**
 * `longest`: the longest run of one code in a row, over all formats; `onPage`: the same within a page; `blockShare`: the
 * longest run as a share of the items of its format, where those are keyed both ways or belong to several scales.
 * `variability`: standard deviation (n − 1) of the rated answers, null with fewer than two.
 */
export interface Runs {
  readonly longest: number;
  readonly onPage: number;
  readonly blockShare: number;
  readonly variability: number | null;
}

export function runPlan(instrument: Instrument, { ids, position }: ItemTable): RunPlan {
  const names = Object.keys(instrument.formats);
  const page = new Int32Array(ids.length);
  let number = 0;
  for (const { items } of instrument.sections.flatMap(({ pages }) => pages)) {
    for (const item of items) page[position.get(item) ?? 0] = number;
    number++;
  }
  return {
    place: Int32Array.from(instrument.items, ({ format }, item) => (page[item] ?? 0) * FORMATS + names.indexOf(format)),
    rated: Int32Array.from(
      instrument.items.flatMap(({ format }, item) => {
        const kind = instrument.formats[format]?.kind;
        return kind === 'rating' || kind === 'situation' ? [item] : [];
      }),
    ),
    mixedItems: Int32Array.from(names, (name) => mixedItems(instrument, name)),
  };
}

function mixedItems({ items, scales }: Instrument, format: string): number {
  const own = new Set(items.filter((item) => item.format === format).map(({ id }) => id));
  const terms = scales.flatMap(({ id, items: keyed = [] }) =>
    keyed.filter(({ item }) => own.has(item)).map(({ key, match }) => `${id} ${key} ${match ?? ''}`),
  );
  return new Set(terms).size > 1 ? own.size : 0;
}

/**
 * One pass over the raw answers in the order they were met; a missing answer or another format ends a run. Whether an answer
 * repeats the one before cannot be guessed, so it is a number here and no branch.
 */
export function runsOf(plan: RunPlan, values: Float64Array, order: Int32Array): Runs {
  const { place: places, mixedItems } = plan;
  let longest = 0;
  let onPage = 0;
  // The largest share of a block so far, as a fraction of whole numbers.
  let shareRun = 0;
  let shareBlock = 1;
  for (let begin = 0; begin < order.length; ) {
    let place = places[order[begin] ?? 0] ?? 0;
    let run = 0;
    let pageRun = 0;
    let ownLongest = 0;
    let before = Number.NaN;
    let met = begin;
    for (; met < order.length; met++) {
      const item = order[met] ?? 0;
      const value = values[item] ?? Number.NaN;
      const apart = (places[item] ?? 0) ^ place;
      if ((apart & (FORMATS - 1)) !== 0) break;
      place ^= apart;
      // NaN equals nothing, itself included: a missing answer ends a run.
      const same = Number(value === before) | 0;
      run = ((run & (0 - same)) + 1) | 0;
      pageRun = ((pageRun & (0 - (same & Number(apart === 0)))) + 1) | 0;
      before = value;
      if (run > ownLongest) ownLongest = run;
      if (pageRun > onPage) onPage = pageRun;
    }
    // Alone it may have been a missing one, which starts no run either.
    if (ownLongest === 1 && !anyAnswer(values, order, begin, met)) ownLongest = 0;
    if (ownLongest > longest) longest = ownLongest;
    const block = mixedItems[place & (FORMATS - 1)] ?? 0;
    if (block > 0 && ownLongest * shareBlock > shareRun * block) {
      shareRun = ownLongest;
      shareBlock = block;
    }
    begin = met;
  }
  const variability = spreadOf(plan.rated, values);
  return { longest, onPage: Math.min(onPage, longest), blockShare: shareRun / shareBlock, variability };
}

function anyAnswer(values: Float64Array, order: Int32Array, begin: number, end: number): boolean {
  for (let met = begin; met < end; met++) if (!Number.isNaN(values[order[met] ?? 0])) return true;
  return false;
}

/** Standard deviation (n − 1) of the answers to these items; null with fewer than two. */
function spreadOf(items: Int32Array, values: Float64Array): number | null {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < items.length; at++) {
    const value = values[items[at] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
    squares += value * value;
  }
  return n < 2 ? null : Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1));
}
