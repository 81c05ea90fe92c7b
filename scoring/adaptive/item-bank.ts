import { assertIrtItem, type IrtItem } from '../irt/irt-item.ts';

/** A calibrated item that may be given adaptively. */
export interface BankItem extends IrtItem {
  readonly id: string;
  /** The facet it belongs to; content balance counts these. */
  readonly content?: string;
}

export interface ItemBank {
  readonly items: readonly BankItem[];
  /** Share of the test each content area should have; areas left out are not balanced. */
  readonly targets: Readonly<Record<string, number>>;
  /** Sympson–Hetter chance of giving each item once it is chosen; 1 where left out. */
  readonly exposure: Readonly<Record<string, number>>;
}

/**
 * Checks a bank and fills in what is left out.
 * @throws RangeError when ids repeat, an item's parameters are not lawful, targets do not add to one or name an area
 *   without items, or an exposure chance lies outside (0, 1].
 */
export function itemBank(
  items: readonly BankItem[],
  control: Partial<Pick<ItemBank, 'targets' | 'exposure'>> = {},
): ItemBank {
  const { targets = {}, exposure = {} } = control;
  if (items.length === 0) throw new RangeError('a bank has items');
  if (new Set(items.map(({ id }) => id)).size !== items.length) throw new RangeError('ids in a bank are unique');
  for (const item of items) assertIrtItem(item);
  const shares = Object.values(targets);
  if (shares.length > 0 && Math.abs(shares.reduce((sum, s) => sum + s, 0) - 1) > 1e-9) {
    throw new RangeError('content targets add to one');
  }
  for (const area of Object.keys(targets)) {
    if (!items.some(({ content }) => content === area)) throw new RangeError(`no item for the content area ${area}`);
  }
  if (Object.values(exposure).some((k) => !(k > 0 && k <= 1))) throw new RangeError('exposure chances lie in (0, 1]');
  return { items, targets, exposure };
}
