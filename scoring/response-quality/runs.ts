import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { ItemTable } from '../compile/item-table.ts';

/** For each item the format it has, its page, and whether its format is a rating (of which people's spread is taken). */
export interface RunPlan {
  readonly format: Int32Array;
  readonly page: Int32Array;
  readonly rated: Uint8Array;
  /** Items of each format; 0 for those in which equal answers in a row mean nothing, because all are keyed one way. */
  readonly mixedItems: Int32Array;
}

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
    format: Int32Array.from(instrument.items, ({ format }) => names.indexOf(format)),
    page,
    rated: Uint8Array.from(instrument.items, ({ format }) => {
      const kind = instrument.formats[format]?.kind;
      return kind === 'rating' || kind === 'situation' ? 1 : 0;
    }),
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

/** One pass over the raw answers in the order they were met; a missing answer or another format ends a run. */
export function runsOf(plan: RunPlan, values: Float64Array, order: Int32Array): Runs {
  let [longest, onPage, blockShare] = [0, 0, 0];
  let [run, pageRun] = [0, 0];
  let [before, beforeFormat, beforePage] = [Number.NaN, -1, -1];
  let [n, sum, squares] = [0, 0, 0];
  for (let place = 0; place < order.length; place++) {
    const position = order[place] ?? 0;
    const value = values[position] ?? Number.NaN;
    const format = plan.format[position] ?? -1;
    const page = plan.page[position] ?? -1;
    // NaN equals nothing, itself included: a missing answer ends a run and starts none.
    const same = value === before && format === beforeFormat;
    run = same ? run + 1 : Number.isNaN(value) ? 0 : 1;
    pageRun = same && page === beforePage ? pageRun + 1 : Number.isNaN(value) ? 0 : 1;
    if (run > longest) longest = run;
    if (pageRun > onPage) onPage = pageRun;
    const block = plan.mixedItems[format] ?? 0;
    if (block > 0 && run / block > blockShare) blockShare = run / block;
    before = value;
    beforeFormat = format;
    beforePage = page;
    if (plan.rated[position] === 0 || Number.isNaN(value)) continue;
    n++;
    sum += value;
    squares += value * value;
  }
  const variability = n < 2 ? null : Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1));
  return { longest, onPage, blockShare, variability };
}
