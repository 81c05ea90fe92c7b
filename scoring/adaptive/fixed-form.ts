import { itemInformation } from '../irt/item-information.ts';
import { type QuadratureGrid, quadratureGrid } from '../irt/quadrature-grid.ts';
import type { BankItem, ItemBank } from './item-bank.ts';

/** How many items of each content area a form of some length may take: its share, rounded up. */
function isOpen(bank: ItemBank, chosen: readonly BankItem[], item: BankItem, length: number): boolean {
  const target = item.content === undefined ? undefined : bank.targets[item.content];
  if (target === undefined) return true;
  return chosen.filter(({ content }) => content === item.content).length < Math.ceil(target * length - 1e-9);
}

/**
 * The best fixed short form: items chosen one by one so that the expected reliability E[I/(I + 1)] over the population
 * grows most, within the content shares. What to give where a bank is too small for adaptive testing.
 *
 * @returns ids in the order chosen, the most useful first.
 * @throws RangeError unless 1 ≤ length ≤ the size of the bank.
 */
export function fixedForm(bank: ItemBank, length: number, grid: QuadratureGrid = quadratureGrid()): string[] {
  if (!(length >= 1 && length <= bank.items.length))
    throw new RangeError('a form has between 1 and all items of the bank');
  const curves = new Map(bank.items.map((item) => [item.id, grid.nodes.map((theta) => itemInformation(item, theta))]));
  const reached = new Float64Array(grid.nodes.length);
  const chosen: BankItem[] = [];
  const gain = (item: BankItem): number => {
    const curve = curves.get(item.id) ?? reached;
    return reached.reduce((sum, information, q) => {
      const total = information + (curve[q] ?? 0);
      return sum + ((grid.weights[q] ?? 0) * total) / (total + 1);
    }, 0);
  };
  while (chosen.length < length) {
    const left = bank.items.filter((item) => !chosen.includes(item));
    const allowed = left.filter((item) => isOpen(bank, chosen, item, length));
    const [first, ...rest] = allowed.length > 0 ? allowed : left;
    if (first === undefined) break;
    const best = rest.reduce((top, item) => (gain(item) > gain(top) + 1e-12 ? item : top), first);
    chosen.push(best);
    for (const [q, information] of (curves.get(best.id) ?? reached).entries())
      reached[q] = (reached[q] ?? 0) + information;
  }
  return chosen.map(({ id }) => id);
}

/** A bank under so many times the test's length leaves nothing to choose: the best fixed form is as good and the same for all. */
export const LEAST_BANK = 3;

/** Whether a bank is worth testing adaptively: at least three times as many items as the test gives. */
export const isLargeEnough = (bank: { readonly items: readonly unknown[] }, testLength: number): boolean =>
  bank.items.length >= LEAST_BANK * testLength;
