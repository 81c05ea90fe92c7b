import { describe, expect, it } from 'vitest';
import { loadForm } from '../../../instruments/forms.ts';
import { type Answers, score } from '../../../scoring/index.ts';
import { unitsPerPoint } from '../../../server/domain/rollup/figures.ts';
import { figuresOf } from '../../../server/domain/rollup/measure.ts';
import { instrumentShelf } from '../../../server/instrument-shelf.ts';
import { measuresOf } from '../../../server/report/measures.ts';

const shelved = instrumentShelf().current('kasip-9');
const measures = measuresOf(shelved);
const themes = measures.filter(({ id }) => id.startsWith('theme-'));

/** What a report would count of somebody with these answers. */
const told = (answers: Answers): number[] => {
  const { scales } = score(shelved.planFor({ language: 'kk', demo: false }), answers);
  const figures = figuresOf({ scales: [...scales] }, themes);
  return themes.map(({ id }) => (figures.measures[id]?.sum ?? Number.NaN) / unitsPerPoint);
};

const key: Answers = Object.values(loadForm('kasip-9').keys ?? {})[0]?.values ?? {};
const byKey = (turn: (value: number) => number): Answers =>
  Object.fromEntries(Object.entries(key).map(([item, value]) => [item, Math.round(turn(value))]));

describe('the five themes of the law in a report on groups', () => {
  it('are counted, named and explained in three languages', () => {
    expect(themes.map(({ id }) => id.slice('theme-'.length)).sort()).toEqual([
      'continuity',
      'dignity',
      'ethics',
      'humanity',
      'tolerance',
    ]);
    for (const { name, note } of themes) {
      for (const words of [name, note]) expect(new Set(Object.values(words ?? {})).size).toBe(3);
    }
    // Theirs is not the scale of what pupils say of their own tolerance.
    const names = measures.map(({ name }) => name.en);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are shares: near 1 for who rates as the key does, near 0 and never below it for who turns it round', () => {
    const turned = told(byKey((value) => 6 - value));
    for (const [at, share] of told(byKey((value) => value)).entries()) {
      expect(share).toBeGreaterThan(0.8);
      expect(share).toBeLessThanOrEqual(1);
      expect(turned[at]).toBeGreaterThanOrEqual(0);
      expect(turned[at]).toBeLessThan(0.2);
    }
  });

  it('are nothing for a form without situations', () => {
    const short = measuresOf(instrumentShelf().current('kasip-9-short'));
    expect(short.filter(({ id }) => id.startsWith('theme-'))).toEqual([]);
    expect(short.some(({ id }) => id === 'invitation')).toBe(false);
  });
});
