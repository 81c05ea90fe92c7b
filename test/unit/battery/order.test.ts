import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBattery } from '../../../instruments/battery/merge-battery.ts';
import { pagesInOrder } from '../../../scoring/order/pages-in-order.ts';
import { presentationOrder } from '../../../scoring/order/presentation-order.ts';
import { battery, instruments } from './fixtures.ts';

const form = mergeBattery(battery, instruments);
const seeds = fc.integer({ min: 0, max: 4_294_967_295 });
const order = (seed: number): string[] => presentationOrder(form, seed).map(({ id }) => id);

describe('the order in which a sitting meets a form', () => {
  it('is the same for a seed, loses nothing and keeps sections in their place', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(order(seed)).toEqual(order(seed));
        expect([...order(seed)].sort()).toEqual(form.items.map(({ id }) => id).sort());
        expect(order(seed).slice(0, 10)).not.toContain('H1');
      }),
    );
    expect(new Set(Array.from({ length: 20 }, (_, seed) => order(seed).join())).size).toBeGreaterThan(15);
  });

  it('deals the spread items evenly, in their own order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect([order(seed).indexOf('X1'), order(seed).indexOf('X3')]).toEqual([3, 6]);
        expect(order(seed).slice(10)).toEqual(['H1', 'X2', 'H2', 'H3', 'X4', 'H4']);
      }),
    );
  });

  it('shuffles blocks as wholes, and pages only within their block', () => {
    const pages = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((id) => ({ id, block: id.charAt(0) }));
    const letters = (shuffle: 'blocks' | 'pages', seed: number) =>
      pagesInOrder([{ shuffle, pages }], seed)
        .flat()
        .map(({ id }) => id);
    const all = Array.from({ length: 200 }, (_, seed) => seed);
    expect(new Set(all.map((seed) => letters('blocks', seed).join())).size).toBe(6);
    for (const seed of all) {
      expect(letters('blocks', seed).join('')).toContain('a1a2');
      expect(
        letters('pages', seed)
          .map((id) => id.charAt(0))
          .join(''),
      ).toBe('aabbcc');
    }
    expect(new Set(all.map((seed) => letters('pages', seed).join())).size).toBe(8);
  });

  it('puts each page first about equally often', () => {
    const pages = Array.from({ length: 6 }, (_, id) => ({ id, block: 'only' }));
    const counts = new Array<number>(6).fill(0);
    for (let seed = 0; seed < 6000; seed += 1) {
      const first = pagesInOrder([{ shuffle: 'pages', pages }], seed * 2_654_435_761)[0]?.[0]?.id ?? 0;
      counts[first] = (counts[first] ?? 0) + 1;
    }
    const chi2 = counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(20.5);
  });
});
