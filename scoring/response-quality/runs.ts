import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { ItemTable } from '../compile/item-table.ts';
import { type AnswerCodes, spreadOf } from './answer-codes.ts';

/** Where each item stands: page, format and room for the code of an answer, in one number. */
export interface RunPlan {
  readonly place: Int32Array;
  /** Items of each format; 0 for those in which equal answers in a row mean nothing, because all are keyed one way. */
  readonly mixedItems: Int32Array;
  /** The longest run in each format: used again for everybody. */
  readonly longest: Int32Array;
}

/** Codes 0…11 take four bits, formats eight. */
const CODE_BITS = 4;
const FORMAT_BITS = 8;
const FORMATS = (1 << FORMAT_BITS) - 1;
const ANY_FORMAT = FORMATS << CODE_BITS;
/** No answer has this code. */
const NO_CODE = (1 << CODE_BITS) - 1;
const FORMAT_AND_CODE = (1 << (FORMAT_BITS + CODE_BITS)) - 1;

/**
 * `longest`: the longest run of one code in a row, over all formats; `onPage`: the same within a page; `blockRun`: the
 * longest run that takes up half of the items of its format or more, where those are keyed both ways or belong to several
 * scales, 0 without one.
 * `variability`: standard deviation (n − 1) of the rated answers, null with fewer than two.
 */
export interface Runs {
  readonly longest: number;
  readonly onPage: number;
  readonly blockRun: number;
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
    place: Int32Array.from(
      instrument.items,
      ({ format }, item) => (((page[item] ?? 0) << FORMAT_BITS) | names.indexOf(format)) << CODE_BITS,
    ),
    mixedItems: Int32Array.from(names, (name) => mixedItems(instrument, name)),
    longest: new Int32Array(names.length),
  };
}

/** Page and format of each item, in an order. */
export function placesOf({ place }: RunPlan, order: Int32Array): { page: Int32Array; format: Int32Array } {
  const of = (item: number): number => (place[item] ?? 0) >> CODE_BITS;
  return { page: order.map((item) => of(item) >> FORMAT_BITS), format: order.map((item) => of(item) & FORMATS) };
}

function mixedItems({ items, scales }: Instrument, format: string): number {
  const own = new Set(items.filter((item) => item.format === format).map(({ id }) => id));
  const terms = scales.flatMap(({ id, items: keyed = [] }) =>
    keyed.filter(({ item }) => own.has(item)).map(({ key, match }) => `${id} ${key} ${match ?? ''}`),
  );
  return new Set(terms).size > 1 ? own.size : 0;
}

/**
 * One pass over the answers in the order they were met; a missing answer or another format ends a run. Whether an answer
 * repeats the one before cannot be guessed, and where a run is the longest hardly, so both are masks (all bits or none) and
 * no branches.
 */
export function runsOf(plan: RunPlan, sheet: AnswerCodes, order: Int32Array): Runs {
  const { place, longest } = plan;
  const { codes } = sheet;
  longest.fill(0);
  let onPage = 0;
  let ofFormat = 0;
  let run = 0;
  let pageRun = 0;
  let before = (place[order[0] ?? 0] ?? 0) | NO_CODE;
  for (let met = 0; met < order.length; met++) {
    const item = order[met] ?? 0;
    const code = codes[item] ?? 0;
    const here = (place[item] ?? 0) | code;
    const apart = here ^ before;
    if ((apart & ANY_FORMAT) !== 0) {
      keepLonger(longest, before, ofFormat);
      ofFormat = 0;
    }
    before = here;
    const given = (0 - code) >> 31;
    run = ((run & (((apart & FORMAT_AND_CODE) - 1) >> 31)) + 1) & given;
    pageRun = ((pageRun & ((apart - 1) >> 31)) + 1) & given;
    // A run grows by one: where it has become longer than the longest, it is so by one.
    ofFormat += (ofFormat - run) >>> 31;
    onPage += (onPage - pageRun) >>> 31;
  }
  keepLonger(longest, before, ofFormat);
  return summed(plan, longest, 0, onPage, sheet);
}

/** Over the longest runs of the formats, which stand in `found` from `first` on. */
export function summed(
  { mixedItems }: RunPlan,
  found: Int32Array,
  first: number,
  onPage: number,
  sheet: AnswerCodes,
): Runs {
  let longest = 0;
  let blockRun = 0;
  for (let format = 0; format < mixedItems.length; format++) {
    const own = found[first + format] ?? 0;
    const block = mixedItems[format] ?? 0;
    if (own > longest) longest = own;
    if (block > 0 && 2 * own >= block && own > blockRun) blockRun = own;
  }
  return { longest, onPage, blockRun, variability: spreadOf(sheet) };
}

function keepLonger(longest: Int32Array, place: number, run: number): void {
  const format = (place >> CODE_BITS) & FORMATS;
  if (run > (longest[format] ?? 0)) longest[format] = run;
}
