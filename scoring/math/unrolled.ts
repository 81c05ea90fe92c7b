/**
 * Straight-line code out of a plan: every place and factor written out as a number, no loop, no table to look them up in.
 * On a full battery this is five to eight times as fast as a loop over typed arrays. What the code does is said once more by
 * a loop beside it, which is used until then and wherever code may not be made (a page whose policy forbids it); the two give
 * the same numbers to the last bit.
 *
 * Only numbers enter the text (see `literal`): no id and no word of an instrument does.
 */
export interface Unrolled<F> {
  readonly parameters: readonly string[];
  readonly body: () => string;
  uses: number;
  /** undefined: not made yet. null: it cannot be made here. */
  code: F | null | undefined;
}

/** To make it takes about as long as this many sittings do. */
export const WORTHWHILE = 300;
/** The engine leaves longer functions as they are, and slow. */
const LONGEST = 60_000;

export function unrolled<F>(parameters: readonly string[], body: () => string): Unrolled<F> {
  return { parameters, body, uses: 0, code: undefined };
}

/** The code, once it has been asked for often enough to be worth making; null before, and where it cannot be made. */
export function whenWorthwhile<F>(source: Unrolled<F>): F | null {
  if (source.code !== undefined) return source.code;
  source.uses++;
  if (source.uses <= WORTHWHILE) return null;
  source.code = made(source);
  return source.code;
}

function made<F>({ parameters, body }: Unrolled<F>): F | null {
  const text = body();
  if (text.length > LONGEST) return null;
  try {
    return new Function(...parameters, `'use strict';${text}`) as F;
  } catch (error) {
    // Where a policy forbids code from text.
    if (error instanceof EvalError) return null;
    throw error;
  }
}

/** @throws RangeError for what is no finite number */
export function literal(number: number): string {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is no number to write out`);
  return number < 0 ? `(${number})` : `${number}`;
}
