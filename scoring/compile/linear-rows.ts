import type { InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import { unrolled } from '../math/unrolled.ts';
import { type LinearBlock, linearCode } from '../scale/linear-block.ts';
import { bounds, type ItemTable, positionOf } from './item-table.ts';
import { requiredAnswers } from './required-answers.ts';

interface Term {
  readonly item: number;
  readonly slope: number;
  readonly intercept: number;
  readonly weight: number;
}

interface Row {
  readonly index: number;
  readonly scale: InstrumentScale;
  readonly terms: readonly Term[];
}

/** Whether a scale is a weighted sum of keyed answers. */
export function isLinear({ score }: InstrumentScale): boolean {
  return score === 'mean' || score === 'sum' || score === 'weighted';
}

/**
 * Whether a scale counts answers of which its items allow just two, one apart. Such a count is a sum too: where the higher
 * code counts, of answer − lower code, otherwise of higher code − answer.
 */
export function isTwoWayCount({ score, items: terms = [] }: InstrumentScale, items: ItemTable): boolean {
  if (score !== 'match-count' && score !== 'choice-count') return false;
  return terms.every(({ item, match }) => {
    const points = items.points[positionOf(items, item)] ?? [];
    const { lowest, highest } = bounds(items, positionOf(items, item));
    return points.length === 2 && highest - lowest === 1 && (match === lowest || match === highest);
  });
}

/** Lays all scales of an instrument that are sums out flat (see LinearBlock). */
export function linearRows(scales: readonly InstrumentScale[], items: ItemTable): LinearBlock {
  const rows = scales.flatMap((scale, index): Row[] => {
    if (isLinear(scale)) return [{ index, scale, terms: plainFirst(keyedTerms(scale, items)) }];
    return isTwoWayCount(scale, items) ? [{ index, scale, terms: plainFirst(countedTerms(scale, items)) }] : [];
  });
  const all = rows.flatMap((row) => row.terms);
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    start[index + 1] = (start[index] ?? 0) + row.terms.length;
  });
  const block = {
    start,
    turn: Int32Array.from(rows, ({ terms }, row) => (start[row] ?? 0) + terms.filter(({ slope }) => slope > 0).length),
    unit: Uint8Array.from(rows, ({ terms }) => (terms.length > 0 && terms.every(isUnit) ? 1 : 0)),
    prorated: Uint8Array.from(rows, ({ scale }) => (isLinear(scale) || scale.missing.policy === 'prorate' ? 1 : 0)),
    offset: Float64Array.from(rows, ({ terms }) => terms.reduce((sum, { intercept }) => sum + intercept, 0)),
    scale: Int32Array.from(rows, ({ index }) => index),
    required: Int32Array.from(rows, ({ scale }) => requiredAnswers(scale)),
    totalWeight: Float64Array.from(rows, (row) => row.terms.reduce((sum, { weight }) => sum + weight, 0)),
    item: Int32Array.from(all, ({ item }) => item),
    slope: Float64Array.from(all, ({ slope }) => slope),
    intercept: Float64Array.from(all, ({ intercept }) => intercept),
    weight: Float64Array.from(all, ({ weight }) => weight),
  };
  return { ...block, code: unrolled(['v', 'o'], () => linearCode(block)) };
}

const isUnit = ({ weight, slope }: Term): boolean => weight === 1 && Math.abs(slope) === 1;

function plainFirst(terms: readonly Term[]): Term[] {
  return [...terms.filter(({ slope }) => slope > 0), ...terms.filter(({ slope }) => !(slope > 0))];
}

function keyedTerms(scale: InstrumentScale, items: ItemTable): Term[] {
  return (scale.items ?? []).map(({ item, key, weight = 1 }) => {
    const position = positionOf(items, item);
    const { lowest, highest } = bounds(items, position);
    return { item: position, weight, slope: weight * key, intercept: key === 1 ? 0 : weight * (lowest + highest) };
  });
}

function countedTerms(scale: InstrumentScale, items: ItemTable): Term[] {
  return (scale.items ?? []).map(({ item, match }) => {
    const position = positionOf(items, item);
    const { lowest, highest } = bounds(items, position);
    return match === highest
      ? { item: position, weight: 1, slope: 1, intercept: -lowest }
      : { item: position, weight: 1, slope: -1, intercept: highest };
  });
}
