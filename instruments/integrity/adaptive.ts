import type { Instrument } from '../schema/instrument.schema.ts';
import { type Check, repeated, without } from './finding.ts';

/** A bank: each item is one of its scale's, has as many thresholds as answers but one, and graded ones rise. */
export function* checkAdaptive({ adaptive, items, formats, scales }: Instrument): Check {
  if (adaptive === undefined) return;
  const own = (scales.find(({ id }) => id === adaptive.scale)?.items ?? []).map(({ item }) => item);
  const bank = adaptive.items.map(({ item }) => item);
  for (const id of without(bank, own)) yield { where: `adaptive/${id}`, problem: `is no item of ${adaptive.scale}` };
  for (const id of repeated(bank)) yield { where: `adaptive/${id}`, problem: 'stands there twice' };
  if (adaptive.minItems > adaptive.maxItems) yield { where: 'adaptive', problem: 'minItems is above maxItems' };
  for (const { item, model, b } of adaptive.items) {
    const where = `adaptive/${item}`;
    const points = formats[items.find(({ id }) => id === item)?.format ?? '']?.points ?? [];
    if (b.length !== points.length - 1)
      yield { where, problem: `has ${b.length} thresholds for ${points.length} answers` };
    if (model === 'graded' && b.some((value, at) => at > 0 && value < (b[at - 1] ?? value)))
      yield { where, problem: 'has thresholds that do not rise' };
  }
}
