import type { Instrument, InstrumentItem } from '../../instruments/schema/instrument.schema.ts';
import { pagesInOrder } from './pages-in-order.ts';

/** The items of a form in the order in which the sitting with this seed meets them. */
export function presentationOrder({ items, sections }: Instrument, seed: number): InstrumentItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return pagesInOrder(sections, seed)
    .flat()
    .flatMap((page) => page.items.flatMap((id) => byId.get(id) ?? []));
}
