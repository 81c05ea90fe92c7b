import { afterAll, beforeAll, describe, it } from 'vitest';
import { afterTheDecision } from './alliance/after-the-decision.ts';
import { commission } from './alliance/commission.ts';
import { familiesWish } from './alliance/families-wish.ts';
import { needsAndSeats } from './alliance/needs-and-seats.ts';
import { Stage, type Walk } from './alliance/stage.ts';

const stage = new Stage();
beforeAll(() => stage.begin());
afterAll(() => stage.end());

describe('from a need to a teacher', () => {
  const walk: Walk = (what, work) => {
    it(what, async () => {
      const from = performance.now();
      await work();
      stage.told.push(`${what.split(' ')[0]} ${((performance.now() - from) / 1000).toFixed(1)} s`);
    });
  };
  afterAll(() => console.info(`walk of the Alliance: ${stage.told.join('; ')}`));
  needsAndSeats(stage, walk);
  familiesWish(stage, walk);
  commission(stage, walk);
  afterTheDecision(stage, walk);
});
