import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../../scoring/study/area-under-curve.ts';
import { binormalAuc, binormalPpv } from '../../../scoring/study/ceiling.ts';

describe('the ceiling that a reliability leaves', () => {
  it.each([
    [0.8, 0.953],
    [0.85, 0.965],
    [0.9, 0.977],
  ])('r = %d gives AUC %d for the top 15 %%', (reliability, auc) => {
    expect(binormalAuc({ correlation: Math.sqrt(reliability), topShare: 0.15 })).toBeCloseTo(auc, 2.5);
  });

  it('a criterion validity of .35 gives AUC .68', () => {
    expect(binormalAuc({ correlation: 0.35, topShare: 0.15 })).toBeCloseTo(0.68, 2);
    expect(binormalPpv({ correlation: 0.35, topShare: 0.15, selected: 0.2 })).toBeCloseTo(0.28, 2);
  });

  it('nothing in common is chance', () => {
    expect(binormalAuc({ correlation: 0, topShare: 0.3 })).toBeCloseTo(0.5, 6);
    expect(binormalPpv({ correlation: 0, topShare: 0.3, selected: 0.1 })).toBeCloseTo(0.3, 9);
    expect(() => binormalAuc({ correlation: 1, topShare: 0.3 })).toThrow(RangeError);
  });
});

describe('AUC', () => {
  it('counts ties half', () => {
    expect(areaUnderCurve([3, 2], [1, 2])).toBe(0.875);
    expect(areaUnderCurve([1, 1], [1, 1])).toBe(0.5);
    expect(() => areaUnderCurve([], [1])).toThrow(RangeError);
  });
});
