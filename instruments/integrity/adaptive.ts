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
  yield* checkAreas(adaptive);
  if (adaptive.exposure === undefined && adaptive.items.some(({ chance }) => chance !== undefined))
    yield { where: 'adaptive', problem: 'has chances, but not how they were found' };
  for (const { item, model, b } of adaptive.items) {
    const where = `adaptive/${item}`;
    const points = formats[items.find(({ id }) => id === item)?.format ?? '']?.points ?? [];
    if (b.length !== points.length - 1)
      yield { where, problem: `has ${b.length} thresholds for ${points.length} answers` };
    if (model === 'graded' && b.some((value, at) => at > 0 && value < (b[at - 1] ?? value)))
      yield { where, problem: 'has thresholds that do not rise' };
  }
}

/** Shares add to one; every area has items, and every item an area. */
function* checkAreas({ areas, items }: NonNullable<Instrument['adaptive']>): Check {
  if (areas === undefined) return;
  const names = areas.map(({ area }) => area);
  const content = items.flatMap((one) => one.content ?? []);
  if (Math.abs(areas.reduce((sum, { share }) => sum + share, 0) - 1) > 1e-9)
    yield { where: 'adaptive/areas', problem: 'have shares that do not add to one' };
  for (const area of repeated(names)) yield { where: `adaptive/areas/${area}`, problem: 'stands there twice' };
  for (const area of without(names, content)) yield { where: `adaptive/areas/${area}`, problem: 'has no item' };
  for (const { item, content: area } of items)
    if (area === undefined || !names.includes(area))
      yield { where: `adaptive/${item}`, problem: 'is of no declared area' };
}
