import type { Instrument, InstrumentItem } from '../../instruments/schema/instrument.schema.ts';

/** The items of an instrument in the order in which a person meets them. */
export function presentationOrder({ items, sections }: Instrument): InstrumentItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return sections.flatMap(({ pages }) => pages.flatMap((page) => page.items.flatMap((id) => byId.get(id) ?? [])));
}
