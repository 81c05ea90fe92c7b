import type { Instrument } from '../../instruments/schema/instrument.schema.ts';

/**
 * One sitting's answers as small whole numbers, which every index of quality reads: answer + 1 by item position, 0 where it
 * is missing (the codes of a form are whole numbers from 0 on). Whole numbers are added and compared several times as fast
 * as the same numbers with a point.
 */
export interface AnswerCodes {
  readonly codes: Uint8Array;
  /** The items that are no ratings: their answers have no part in the spread. */
  readonly unrated: Int32Array;
  answered: number;
  /** Over the ratings: how many were answered, the sum of their codes and of the squares of these. */
  ratings: number;
  sum: number;
  squares: number;
}

/** Made once for a form, and used again for everybody. */
export function answerCodes({ items, formats }: Instrument): AnswerCodes {
  const isRating = (format: string): boolean => ['rating', 'situation'].includes(formats[format]?.kind ?? '');
  return {
    codes: new Uint8Array(items.length),
    unrated: Int32Array.from(items.flatMap(({ format }, item) => (isRating(format) ? [] : [item]))),
    answered: 0,
    ratings: 0,
    sum: 0,
    squares: 0,
  };
}

/** @param values raw answers by item position, NaN where missing */
export function takeCodes(sheet: AnswerCodes, values: Float64Array): void {
  const { codes, unrated } = sheet;
  const items = codes.length;
  let sum = 0;
  let squares = 0;
  let whole = 1;
  for (let item = 0; item < items; item++) {
    // NaN becomes 0.
    const code = ((values[item] ?? Number.NaN) + 1) | 0;
    codes[item] = code;
    sum = (sum + code) | 0;
    squares = (squares + Math.imul(code, code)) | 0;
    whole &= (0 - code) >>> 31;
  }
  for (let at = 0; at < unrated.length; at++) {
    const code = codes[unrated[at] ?? 0] ?? 0;
    sum -= code;
    squares -= code * code;
  }
  keepSums(sheet, sum, squares, whole === 1);
}

/** Beside the codes of a sheet, Σ code and Σ code² of its ratings; `whole`: none of the codes is missing. */
export function keepSums(sheet: AnswerCodes, sum: number, squares: number, whole: boolean): void {
  const { codes, unrated } = sheet;
  const missing = whole ? 0 : missingIn(codes);
  sheet.answered = codes.length - missing;
  sheet.ratings = codes.length - unrated.length - (missing > 0 ? missing - missingOf(unrated, codes) : 0);
  sheet.sum = sum;
  sheet.squares = squares;
}

function missingIn(codes: Uint8Array): number {
  let missing = 0;
  for (let item = 0; item < codes.length; item++) if (codes[item] === 0) missing++;
  return missing;
}

function missingOf(items: Int32Array, codes: Uint8Array): number {
  let missing = 0;
  for (let at = 0; at < items.length; at++) if (codes[items[at] ?? 0] === 0) missing++;
  return missing;
}

/** Standard deviation (n − 1) of the ratings; null with fewer than two. */
export function spreadOf({ ratings: n, sum, squares }: AnswerCodes): number | null {
  // Σx and Σx² of x = code − 1, in whole numbers.
  const total = sum - n;
  const totalOfSquares = squares - 2 * sum + n;
  return n < 2 ? null : Math.sqrt(Math.max(0, totalOfSquares - (total * total) / n) / (n - 1));
}
