import { itemInformation } from '../irt/item-information.ts';
import type { Random } from '../math/random.ts';
import type { BankItem, ItemBank } from './item-bank.ts';

/** Why an item was chosen: for the trace. */
export interface Selection {
  readonly item: BankItem;
  /** Its information at the provisional θ. */
  readonly information: number;
  /** The content area that was furthest below its share, where content is balanced. */
  readonly content: string | null;
  /** How many items were in the draw, and which chosen ones exposure control held back. */
  readonly candidates: number;
  readonly heldBack: readonly string[];
}

export interface SelectionContext {
  readonly theta: number;
  /** Ids already given. */
  readonly given: ReadonlySet<string>;
  readonly randomesque: number;
  /** Whether exposure control lets an item through in this sitting; everything passes where left out. */
  readonly passes?: (item: BankItem) => boolean;
}

/** The area with an item left whose share so far is furthest below its target (Kingsbury & Zara 1989). */
function neediestArea(bank: ItemBank, open: readonly BankItem[], given: readonly BankItem[]): string | null {
  const areas = Object.entries(bank.targets).filter(([area]) => open.some(({ content }) => content === area));
  const lag = ([area, target]: [string, number]): number =>
    target - given.filter(({ content }) => content === area).length / Math.max(1, given.length);
  const [first, ...rest] = areas;
  if (first === undefined) return null;
  return rest.reduce((best, entry) => (lag(entry) > lag(best) + 1e-12 ? entry : best), first)[0];
}

/** Draws from the best few; an item that does not pass steps aside and the next best moves up. */
function draw(ranked: readonly BankItem[], { randomesque, passes }: SelectionContext, random: Random) {
  const pool = [...ranked];
  const heldBack: string[] = [];
  while (pool.length > 0) {
    const [item] = pool.splice(random.integer(Math.min(randomesque, pool.length)), 1);
    if (item === undefined) break;
    if (passes === undefined || passes(item)) return { item, heldBack };
    heldBack.push(item.id);
  }
  return { item: ranked[0], heldBack };
}

/**
 * Chooses the next item: the most informative at the provisional θ, within the content area that lags most, drawn at
 * random from the best few (randomesque). An item that exposure control does not let through steps aside; if none passes,
 * the most informative is given all the same.
 *
 * Ties in information are settled by the order of the bank, so the same seed and answers always give the same items.
 * Source: Lord 1980; Kingsbury & Zara 1989; Sympson & Hetter 1985.
 * @returns null when every item has been given.
 */
export function selectItem(bank: ItemBank, context: SelectionContext, random: Random): Selection | null {
  const { theta, given } = context;
  const open = bank.items.filter(({ id }) => !given.has(id));
  const done = bank.items.filter(({ id }) => given.has(id));
  const content = neediestArea(bank, open, done);
  const eligible = content === null ? open : open.filter((item) => item.content === content);
  const ranked = eligible
    .map((item) => ({ item, information: itemInformation(item, theta) }))
    .sort((a, b) => b.information - a.information);
  const { item, heldBack } = draw(
    ranked.map((entry) => entry.item),
    context,
    random,
  );
  if (item === undefined) return null;
  const information = ranked.find((entry) => entry.item === item)?.information ?? 0;
  return { item, information, content, candidates: Math.min(context.randomesque, ranked.length), heldBack };
}
