import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadForm } from '../../../instruments/forms.ts';
import { checkPropensity } from '../../../instruments/integrity/propensity.ts';
import { loadPropensity } from '../../../instruments/load.ts';
import { compile, score } from '../../../scoring/index.ts';
import { assessPropensity } from '../../../scoring/propensity/assess-propensity.ts';
import { compilePropensity } from '../../../scoring/propensity/compile-propensity.ts';
import { invitationShares } from '../../../scoring/propensity/invitation-shares.ts';
import { form, norm, rows, scoresOf, table } from './fixtures.ts';

const plain = compilePropensity(table);
const normed = compilePropensity(table, norm);
const statuses = (found: ReturnType<typeof assessPropensity>) =>
  Object.fromEntries(found.pathways.map(({ id, status }) => [id, status]));

describe('before a local norm', () => {
  it('rests on anchored answers and on the wish, and has no index', () => {
    const found = assessPropensity(plain, scoresOf({ help: 4, warmth: 2, order: 5 }));
    expect(found).toMatchObject({ state: 'invited-to-talk', basis: 'answers', index: null });
    expect(statuses(found)).toEqual({
      index: 'unknown',
      motive: 'met',
      prosocial: 'not-met',
      situations: 'closed',
      wish: 'unknown',
    });
  });

  it('suggests nothing where no pathway is met, and says no more than that', () => {
    const found = assessPropensity(plain, scoresOf({ help: 3.9, warmth: 3.4, order: 5 }), { wish: false });
    expect(found.state).toBe('nothing-to-suggest');
    expect(found.pathways.find(({ id }) => id === 'motive')?.evidence).toEqual([
      { scale: 'help', unit: 'answers', value: 3.9, atLeast: 4 },
    ]);
  });

  it('invites by the wish alone, whatever the answers', () => {
    const found = assessPropensity(plain, scoresOf({ help: 1, warmth: 1, order: 1 }), { wish: true });
    expect(found.state).toBe('invited-to-talk');
    expect(assessPropensity(plain, { scales: [] }, { wish: true }).state).toBe('invited-to-talk');
  });

  it('a closed pathway opens nothing', () => {
    expect(statuses(assessPropensity(plain, scoresOf({ help: 1, warmth: 1, order: 5 }))).situations).toBe('closed');
  });

  it('does not judge what was not answered', () => {
    const found = assessPropensity(plain, scoresOf({ help: null, warmth: 4, order: 3 }));
    expect(statuses(found)).toMatchObject({ motive: 'unknown', prosocial: 'unknown' });
    expect(statuses(assessPropensity(plain, scoresOf({ help: null, warmth: 2, order: 3 }))).prosocial).toBe('not-met');
  });

  it('leaves all but the wish open where a repeat was offered', () => {
    const found = assessPropensity(plain, scoresOf({ help: 5, warmth: 5, order: 5 }), { trusted: false, wish: true });
    expect(statuses(found)).toEqual({
      index: 'unknown',
      motive: 'unknown',
      prosocial: 'unknown',
      situations: 'closed',
      wish: 'met',
    });
  });
});

describe('with a local norm', () => {
  const plan = compile(form, norm);
  const people = rows.map((row) =>
    assessPropensity(normed, score(plan, Object.fromEntries(form.items.map(({ id }, at) => [id, row[at] ?? 0])))),
  );

  it('gives an index with its uncertainty, whose parts add up to it', () => {
    for (const { index, basis } of people.slice(0, 50)) {
      expect(basis).toBe('norm');
      if (index === null) throw new Error('no index');
      expect(index.low).toBeLessThan(index.trueT);
      expect(index.high).toBeGreaterThan(index.trueT);
      expect(Math.abs(index.trueT - 50)).toBeLessThanOrEqual(Math.abs(index.t - 50));
      const sum = index.parts.reduce((total, { contribution }) => total + contribution, 0);
      expect(50 + (10 * sum) / (normed.index?.model.sd ?? 1)).toBeCloseTo(index.t, 10);
      expect(index.parts.reduce((total, part) => total + part.effectiveWeight, 0)).toBeCloseTo(1, 10);
    }
  });

  it('invites the top share by the index, and says how many each pathway brings', () => {
    const shares = invitationShares(people);
    const index = shares.byPathway.find(({ id }) => id === 'index');
    expect(index?.share).toBeGreaterThan(0.26);
    expect(index?.share).toBeLessThan(0.34);
    expect(shares.invited).toBeGreaterThanOrEqual(index?.share ?? 1);
    const alone = shares.byPathway.reduce((sum, one) => sum + one.alone, 0);
    expect(alone).toBeLessThanOrEqual(shares.invited);
    expect(shares.byPathway.find(({ id }) => id === 'situations')?.share).toBe(0);
  });

  it('a stronger answer never takes an invitation away', () => {
    const rated = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(rated, rated, fc.double({ min: 0, max: 2, noNaN: true }), (help, warmth, more) => {
        const at = (add: number) => {
          const means = { help: Math.min(5, help + add), warmth: Math.min(5, warmth + add), order: 3 };
          return assessPropensity(
            normed,
            scoresOf(means, { help: 30 + 8 * means.help, warmth: 30 + 8 * means.warmth }),
          );
        };
        if (at(0).state === 'invited-to-talk') expect(at(more).state).toBe('invited-to-talk');
        expect(at(more).index?.atLeast).toBeGreaterThanOrEqual(at(0).index?.atLeast ?? 1);
      }),
    );
  });

  it('has no index where the norm lacks a part', () => {
    const { help: _gone, ...scales } = norm.scales;
    expect(compilePropensity(table, { ...norm, scales }).index).toBeNull();
    expect(assessPropensity(normed, scoresOf({ help: null, warmth: 3, order: 3 })).index).toBeNull();
  });
});

describe('the published table', () => {
  const published = loadPropensity('kasip-9');
  const kasip = loadForm('kasip-9');
  if (published === null) throw new Error('kasip-9 has an index');

  it('is sound, and the short form has none', () => {
    expect(checkPropensity(published, kasip)).toEqual([]);
    expect(loadPropensity('kasip-9-short')).toBeNull();
  });

  it('gives the situations no weight and no pathway while their key is the authors’', () => {
    const weighed = published.parts.map((part) => (part.group === 'situations' ? { ...part, weight: 1 } : part));
    const problems = checkPropensity({ ...published, parts: weighed }, kasip).map(({ problem }) => problem);
    expect(problems).toEqual(['has a weight before a panel has set its key']);
    const opened = published.pathways.map(({ closed: _why, ...pathway }) => pathway);
    expect(checkPropensity({ ...published, pathways: opened }, kasip).map(({ problem }) => problem)).toEqual([
      'is open before a panel has set its key',
    ]);
  });

  it('does not do without the wish', () => {
    const pathways = published.pathways.filter(({ kind }) => kind !== 'wish');
    expect(checkPropensity({ ...published, pathways }, kasip).map(({ problem }) => problem)).toEqual([
      'the pupil’s own wish is always a way',
    ]);
  });

  it('weighs every group alike, and nothing it only knows as context', () => {
    const groups = new Map<string, number>();
    for (const { group, weight } of published.parts) groups.set(group, (groups.get(group) ?? 0) + weight);
    expect(Object.fromEntries(groups)).toEqual({
      motives: 1,
      situations: 0,
      helping: 1,
      'empathy-tolerance': 1,
      people: 1,
      communication: 1,
    });
    expect(published.parts.map(({ scale }) => scale)).not.toContain('fallback');
  });
});
