import { completeRows, type ResponseMatrix } from '../../scoring/math/response-matrix.ts';
import type { ItemKey } from '../../scoring/reliability/keyed-matrix.ts';
import { responses, table } from './shelf.ts';

export const bfiItems = ['A', 'C', 'E', 'N', 'O'].flatMap((s) => [1, 2, 3, 4, 5].map((i) => `${s}${i}`));

/** The 2,436 persons who answered all 25 items: the reference numbers rest on these. */
export const bfiComplete = (): ResponseMatrix => completeRows(bfiAll());

export const bfiAll = (): ResponseMatrix => responses(table('oracles', 'data', 'bfi.csv'), bfiItems);

/** «-A1» means reversed on the format 1–6. */
export const bfiKeys = (signed: readonly string[]): ItemKey[] =>
  signed.map((name) => ({ item: name.replace('-', ''), reversed: name.startsWith('-'), low: 1, high: 6 }));

export const bfiColumns = (signed: readonly string[]): number[] =>
  signed.map((name) => bfiItems.indexOf(name.replace('-', '')));
