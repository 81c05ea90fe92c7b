import type { Instrument } from '../../instruments/schema/instrument.schema.ts';

/** The items of an instrument by position: ids, allowed codes, and for reversing their lowest + highest code. */
export interface ItemTable {
  readonly ids: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  readonly points: readonly (readonly number[])[];
}

/** @throws RangeError when an item names a format the instrument does not have */
export function itemTable(instrument: Instrument): ItemTable {
  const ids = instrument.items.map(({ id }) => id);
  const points = instrument.items.map(({ id, format }) => {
    const found = instrument.formats[format];
    if (found === undefined) throw new RangeError(`${instrument.id}: item ${id} names the unknown format ${format}`);
    return found.points;
  });
  return { ids, position: new Map(ids.map((id, index) => [id, index])), points };
}

/** Position of an item. @throws RangeError when there is none of this id */
export function positionOf(items: ItemTable, id: string): number {
  const position = items.position.get(id);
  if (position === undefined) throw new RangeError(`There is no item ${id}`);
  return position;
}

/** Lowest and highest code of the item at a position. */
export function bounds(items: ItemTable, position: number): { lowest: number; highest: number } {
  const points = items.points[position] ?? [];
  return { lowest: Math.min(...points), highest: Math.max(...points) };
}
