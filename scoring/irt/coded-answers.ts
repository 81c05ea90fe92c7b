import { completeRowIndices, type ResponseMatrix } from '../math/response-matrix.ts';
import type { PlacedItem } from './estimate-thetas.ts';
import { encode, MISSING } from './response-coding.ts';

/** An item as `calibrate` gives it: with its column and the answers that make up each category. */
export interface CodedPlacedItem extends PlacedItem {
  readonly categories: readonly (readonly number[])[];
}

/** Answers of the persons who answered every item, as category numbers; one row per person. */
export function completeAnswers(matrix: ResponseMatrix, items: readonly CodedPlacedItem[]): number[][] {
  const codes = encode(matrix, items);
  const k = items.length;
  const coded = Float64Array.from(codes, (c) => (c === MISSING ? Number.NaN : c));
  const kept = completeRowIndices({ n: matrix.n, k, values: coded });
  return kept.map((row) => Array.from(codes.subarray(row * k, (row + 1) * k)));
}
