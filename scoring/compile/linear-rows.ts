import type { InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import type { LinearBlock } from '../scale/linear-block.ts';
import { bounds, type ItemTable, positionOf } from './item-table.ts';
import { requiredAnswers } from './required-answers.ts';

interface Term {
  readonly item: number;
  readonly slope: number;
  readonly intercept: number;
  readonly weight: number;
}

/** Whether a scale is a weighted sum of keyed answers. */
export function isLinear({ score }: InstrumentScale): boolean {
  return score === 'mean' || score === 'sum' || score === 'weighted';
}

/** Lays all linear scales of an instrument out flat (see LinearBlock). */
export function linearRows(scales: readonly InstrumentScale[], items: ItemTable): LinearBlock {
  const rows = scales.flatMap((scale, index) =>
    isLinear(scale) ? [{ index, terms: terms(scale, items), scale }] : [],
  );
  const all = rows.flatMap((row) => row.terms);
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    start[index + 1] = (start[index] ?? 0) + row.terms.length;
  });
  return {
    start,
    scale: Int32Array.from(rows, ({ index }) => index),
    required: Int32Array.from(rows, ({ scale }) => requiredAnswers(scale)),
    totalWeight: Float64Array.from(rows, (row) => row.terms.reduce((sum, { weight }) => sum + weight, 0)),
    item: Int32Array.from(all, ({ item }) => item),
    slope: Float64Array.from(all, ({ slope }) => slope),
    intercept: Float64Array.from(all, ({ intercept }) => intercept),
    weight: Float64Array.from(all, ({ weight }) => weight),
  };
}

function terms(scale: InstrumentScale, items: ItemTable): Term[] {
  return (scale.items ?? []).map(({ item, key, weight = 1 }) => {
    const position = positionOf(items, item);
    const { lowest, highest } = bounds(items, position);
    return { item: position, weight, slope: weight * key, intercept: key === 1 ? 0 : weight * (lowest + highest) };
  });
}
