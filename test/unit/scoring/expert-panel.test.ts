import { describe, expect, it } from 'vitest';
import { expertPanel } from '../../../scoring/panel/expert-panel.ts';

const options = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Experts who agree but for a wobble of one step here and there. */
const panel = (experts: number): number[][] =>
  Array.from({ length: experts }, (_, e) =>
    [1, 2, 3, 4, 5, 3].map((x, o) => Math.min(5, Math.max(1, x + ((e + o) % 5 === 0 ? 1 : 0)))),
  );

describe('the key of a panel', () => {
  it('is the mean rating, and may be published with ten experts who agree', () => {
    const key = expertPanel(panel(10), options, 5);
    expect(key.options[0]).toMatchObject({ option: 'a', experts: 10, key: 1.2, dropped: false });
    expect(key).toMatchObject({ experts: 10, mayPublish: true, reasons: [] });
    expect(key.icc).toBeGreaterThan(0.95);
    expect(key.sensitivity?.largestShift).toBeLessThan(0.2);
  });

  it('reproduces the published ICC(2,4) of Shrout and Fleiss: .62', () => {
    const judges = [
      [9, 6, 8, 7, 10, 6],
      [2, 1, 4, 1, 5, 2],
      [5, 3, 6, 2, 6, 4],
      [8, 2, 8, 6, 9, 7],
    ];
    expect(expertPanel(judges, options, 10).iccOfAll).toBeCloseTo(0.62, 2);
  });

  it('does not score an option they disagree on', () => {
    const split = panel(10).map((row, e) => [e % 2 === 0 ? 1 : 5, ...row.slice(1)]);
    const key = expertPanel(split, options, 5);
    expect(key.options[0]).toMatchObject({ dropped: true, rwg: 0 });
    expect(key.icc).toBeGreaterThan(key.iccOfAll ?? 1);
  });

  it('takes full agreement for 1, and says nothing where options do not differ', () => {
    const same = Array.from({ length: 10 }, () => [1, 2, 3, 4, 5, 3]);
    expect(expertPanel(same, options, 5)).toMatchObject({ icc: 1, mayPublish: true });
    const flat = Array.from({ length: 10 }, () => [3, 3, 3, 3, 3, 3]);
    expect(expertPanel(flat, options, 5)).toMatchObject({ icc: null, mayPublish: false });
    // Each option gets the same ratings in another order: means are equal, experts are not.
    const turned = Array.from({ length: 12 }, (_, e) => options.map((_o, o) => 2 + ((e + o) % 3)));
    expect(expertPanel(turned, options, 5).icc).toBeNull();
  });

  it('is refused with nine experts, and with experts who answer at random', () => {
    expect(expertPanel(panel(9), options, 5).reasons).toEqual(['too few experts']);
    const random = Array.from({ length: 12 }, (_, e) => options.map((_o, o) => 3 + ((e * 7 + o * 5) % 3) - 1));
    expect(expertPanel(random, options, 5).reasons).toEqual(['too little agreement']);
    expect(() => expertPanel([[1, 2]], options, 5)).toThrow(RangeError);
  });
});
