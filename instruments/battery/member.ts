import type { Battery, BatteryBlock } from '../schema/battery.schema.ts';
import type { Instrument } from '../schema/instrument.schema.ts';

/** The instruments a battery is made of, by id. */
export type Members = ReadonlyMap<string, Instrument>;

/** The id of a member's format in the merged form: two instruments may call different things «likeness». */
export const formatIn = (instrument: string, format: string): string => `${instrument}-${format}`;

/** The id of a member's key in the merged form. */
export const keyIn = (instrument: string, key: string): string => `${instrument}-${key}`;

/** @throws RangeError when the battery names an instrument that is not there in the pinned version */
export function membersOf(battery: Battery, instruments: Members): Instrument[] {
  return battery.instruments.map(({ id, version }) => {
    const found = instruments.get(id);
    if (found?.version === version) return found;
    throw new RangeError(`${battery.id} pins ${id} ${version}; there is ${found?.version ?? 'none'}`);
  });
}

type Page = Instrument['sections'][number]['pages'][number];

/**
 * The pages of a member that a block names, holding only the items it names.
 * @throws RangeError when the block names an instrument, section or item that is not there
 */
export function pagesOf(block: BatteryBlock, instruments: Members): Page[] {
  const instrument = instruments.get(block.instrument);
  if (instrument === undefined) throw new RangeError(`A block names the unknown instrument ${block.instrument}`);
  const named = block.sections ?? instrument.sections.map(({ id }) => id);
  const pages = named.flatMap((id) => {
    const section = instrument.sections.find((one) => one.id === id);
    if (section === undefined) throw new RangeError(`${block.instrument} has no section ${id}`);
    return section.pages;
  });
  if (block.items === undefined) return pages;
  const wanted = new Set(block.items);
  const kept = pages.flatMap((page) => {
    const items = page.items.filter((item) => wanted.has(item));
    return items.length === 0 ? [] : [{ ...page, items }];
  });
  const shown = new Set(kept.flatMap(({ items }) => items));
  const absent = block.items.filter((item) => !shown.has(item));
  if (absent.length > 0) throw new RangeError(`${block.instrument} shows no item ${absent.join(', ')}`);
  return kept;
}
