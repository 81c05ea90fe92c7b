import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, visibleRange } from '../../../web/staff/ui/visible-range.ts';

const heights = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 200 });

describe('the rows that are drawn', () => {
  it('are all that touch the screen, and together with the gaps they are as high as the whole list', () => {
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: -500, max: 20_000 }),
        fc.integer({ min: 1, max: 900 }),
        (all, top, tall) => {
          const heightOf = (index: number): number => all[index] ?? 0;
          const range = visibleRange(all.length, heightOf, top, top + tall);
          let y = 0;
          all.forEach((height, index) => {
            const touches = y + height > top && y < top + tall;
            if (touches) expect(index >= range.from && index < range.to, `row ${index}`).toBe(true);
            y += height;
          });
          const focused = all.length === 0 ? null : Math.floor(all.length / 3);
          const parts = partsOf(all.length, range, focused, heightOf);
          const drawn = parts.flatMap((part) => (part.kind === 'row' ? [part.index] : []));
          expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
          if (focused !== null) expect(drawn).toContain(focused);
          const total = parts.reduce(
            (sum, part) => sum + (part.kind === 'row' ? heightOf(part.index) : part.height),
            0,
          );
          expect(total).toBe(y);
        },
      ),
    );
  });
});
