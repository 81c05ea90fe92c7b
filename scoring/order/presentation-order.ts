import type { Instrument, InstrumentItem } from '../../instruments/schema/instrument.schema.ts';
import { pagesInOrder } from './pages-in-order.ts';

/** The items of a form in the order in which the sitting with this seed meets them. */
export function presentationOrder(form: Instrument, seed: number): InstrumentItem[] {
  return Array.from(orderer(form)(seed), (position) => form.items[position]).filter((item) => item !== undefined);
}

/**
 * Makes a form ready for many orders: the function that comes back gives, for a seed, the positions of the items in
 * `form.items` in the order in which that sitting meets them.
 */
export function orderer({ items, sections }: Instrument): (seed: number) => Int32Array {
  const position = new Map(items.map(({ id }, index) => [id, index]));
  const placed = sections.map(({ shuffle, pages }) => ({
    shuffle,
    pages: pages.map((page) => ({ ...page, positions: page.items.flatMap((id) => position.get(id) ?? []) })),
  }));
  const fixed = sections.every(({ shuffle }) => shuffle === 'none')
    ? flat(pagesInOrder(placed, 0), items.length)
    : null;
  return (seed) => fixed ?? flat(pagesInOrder(placed, seed), items.length);
}

function flat(sections: readonly (readonly { readonly positions: readonly number[] }[])[], length: number): Int32Array {
  const order = new Int32Array(length);
  let next = 0;
  for (const pages of sections) for (const { positions } of pages) for (const at of positions) order[next++] = at;
  return order;
}
