import { describe, expect, it } from 'vitest';
import {
  compileComposite,
  type PartsNorm,
  scoreComposite,
  type WeightTable,
} from '../../../scoring/composite/composite-index.ts';
import { reference, shelfIsAbsent, shelfIsThere } from '../../oracle/shelf.ts';

const table: WeightTable = {
  id: 'trial',
  version: '1.0.0',
  parts: [
    { scale: 'motive', weight: 0.6 },
    { scale: 'empathy', weight: 0.4 },
    { scale: 'judgement', weight: 0 },
  ],
};
const norm: PartsNorm = {
  n: 400,
  means: [3, 3.5, -2],
  sds: [0.5, 0.6, 1],
  reliabilities: [0.8, 0.8, 0.5],
  correlations: [
    [1, 0.4, 0.1],
    [0.4, 1, 0.1],
    [0.1, 0.1, 1],
  ],
};

if (!shelfIsThere) it.skip(shelfIsAbsent, () => {});

describe('a composite index', () => {
  it.runIf(shelfIsThere)('has the reliability and effective weights of the reference', () => {
    const { R, alpha, w, var_C, rel_C, sem_C, effective_weight_share } = reference('composite_mosier.json');
    const parts = w.map((weight: number, index: number) => ({ scale: `s${index}`, weight }));
    const model = compileComposite(
      { ...table, parts },
      { n: 2436, means: [0, 0, 0, 0, 0], sds: [1, 1, 1, 1, 1], reliabilities: alpha, correlations: R },
    );
    expect(model.sd ** 2).toBeCloseTo(var_C, 8);
    expect(model.reliability).toBeCloseTo(rel_C, 8);
    expect(model.sem).toBeCloseTo(sem_C, 8);
    for (const [index, share] of model.effectiveWeights.entries())
      expect(share).toBeCloseTo(effective_weight_share[index], 8);
  });

  it('weights z-scores, and says how far the true value may lie from it', () => {
    const model = compileComposite(table, norm);
    const found = scoreComposite(model, { motive: 3.5, empathy: 4.1, judgement: -5 });
    if (found.kind !== 'scored') throw new Error('must be scored');
    expect(found.index).toBeCloseTo(1, 12);
    expect(found.t).toBeCloseTo(50 + 10 / model.sd, 12);
    expect(found.trueT).toBeCloseTo(50 + model.reliability * (found.t - 50), 12);
    expect(found.low).toBeLessThan(found.trueT);
    expect(found.atLeast(found.trueT)).toBeCloseTo(0.5, 12);
    expect(found.parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(found.index, 12);
  });

  it('does not count a part of weight 0, and does without it', () => {
    const model = compileComposite(table, norm);
    const without = scoreComposite(model, { motive: 3.5, empathy: 4.1 });
    expect(without).toMatchObject({ kind: 'scored', index: expect.closeTo(1, 12) });
    expect(without).toMatchObject({ parts: [{}, {}, { scale: 'judgement', z: null, contribution: 0 }] });
    expect(model.effectiveWeights[2]).toBe(0);
  });

  it('is insufficient when a part that counts has no score', () => {
    const model = compileComposite(table, norm);
    expect(scoreComposite(model, { motive: null, judgement: 0 })).toEqual({
      kind: 'insufficient',
      missing: ['motive', 'empathy'],
    });
  });

  it('refuses a norm of other parts, and an index that does not vary', () => {
    expect(() => compileComposite(table, { ...norm, means: [1] })).toThrow('not for its 3 parts');
    expect(() => compileComposite(table, { ...norm, sds: [0, 1, 1] })).toThrow('does not vary in its norm');
    const nothing = { ...table, parts: table.parts.map(({ scale }) => ({ scale, weight: 0 })) };
    expect(() => compileComposite(nothing, norm)).toThrow('all its weights are 0');
  });
});
