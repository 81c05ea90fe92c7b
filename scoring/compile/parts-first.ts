import type { InstrumentScale } from '../../instruments/schema/instrument.schema.ts';

/**
 * The scales in an order in which every nested scale follows its parts.
 * @throws RangeError when a part is unknown or a scale is part of itself
 */
export function partsFirst(scales: readonly InstrumentScale[]): InstrumentScale[] {
  const byId = new Map(scales.map((scale) => [scale.id, scale]));
  const ordered = new Set<InstrumentScale>();
  const visit = (id: string, path: readonly string[]): void => {
    const scale = byId.get(id);
    if (scale === undefined) throw new RangeError(`Scale ${path.at(-1)} has the unknown part ${id}`);
    if (path.includes(id)) throw new RangeError(`Scale ${id} is part of itself: ${[...path, id].join(' → ')}`);
    for (const part of scale.parts ?? []) visit(part.scale, [...path, id]);
    ordered.add(scale);
  };
  for (const { id } of scales) visit(id, []);
  return [...ordered];
}
