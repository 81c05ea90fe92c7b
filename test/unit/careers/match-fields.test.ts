import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCareers } from '../../../instruments/load.ts';
import { matchFields, topFields } from '../../../scoring/careers/match-fields.ts';
import { scoresOf } from '../propensity/fixtures.ts';

const careers = loadCareers();
const middle = { realistic: 3, investigative: 3, artistic: 3, social: 3, enterprising: 3, conventional: 3 };
const types = { nature: 0.5, technology: 0.5, people: 0.5, signs: 0.5, art: 0.5 };

function fitsOf(means: Record<string, number | null>) {
  const fits = matchFields(careers, scoresOf(means));
  if (fits.kind === 'insufficient') throw new Error(fits.reason);
  return fits;
}

describe('fields that fit', () => {
  it('put design and the stage first for an artist, machines for somebody who likes things', () => {
    const artist = fitsOf({ ...middle, ...types, artistic: 5, art: 1, realistic: 3.4 });
    expect(artist.fields[0]?.field).toBe('design-fashion');
    expect(topFields(artist.teaching, 2).map(({ field }) => field)).toContain('teach-art-crafts');
    expect(artist.fields[0]?.because[0]).toMatch(/^art/);
    const maker = fitsOf({ ...middle, ...types, realistic: 5, technology: 1 });
    expect(maker.fields[0]?.field).toBe('machines-transport');
  });

  it('weigh a field’s leading interest more', () => {
    const fit = (field: string) =>
      fitsOf({ ...middle, enterprising: 5, conventional: 4 }).fields.find((one) => one.field === field)?.fit ?? 0;
    // Both name the same two interests, in opposite order.
    expect(fit('business-marketing')).toBeGreaterThan(fit('finance-accounting') + 0.1);
  });

  it('rank all fields, teaching subjects among themselves', () => {
    const { fields, teaching } = fitsOf({ ...middle, ...types, investigative: 4 });
    expect(fields.length + teaching.length).toBe(careers.fields.length);
    expect(fields.every(({ kind }) => kind === 'field')).toBe(true);
    expect(fields.map(({ rank }) => rank)).toEqual([...fields.map(({ rank }) => rank)].sort((a, b) => a - b));
  });

  it('say so where nothing stands out, and let all share one rank', () => {
    const flat = fitsOf({ ...middle, ...types });
    expect(flat.distinct).toBe(false);
    expect(new Set(flat.fields.map(({ rank }) => rank))).toEqual(new Set([1]));
    expect(topFields(flat.fields, 3)).toHaveLength(flat.fields.length);
    expect(fitsOf({ ...middle, ...types, social: 5 }).distinct).toBe(true);
  });

  it('need all six interests, and do without work types', () => {
    expect(matchFields(careers, scoresOf({ ...middle, social: null }))).toMatchObject({
      kind: 'insufficient',
      answered: 5,
    });
    expect(fitsOf({ ...middle, investigative: 5 }).fields[0]?.field).toBe('science');
  });

  it('do not depend on how much somebody likes everything', () => {
    const some = fc.double({ min: 1, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 6, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, more) => {
          const at = (add: number) =>
            fitsOf(Object.fromEntries(Object.keys(middle).map((id, index) => [id, (values[index] ?? 3) + add])));
          const [less, plus] = [at(0), at(more)];
          for (const { field, fit } of less.fields) {
            expect(plus.fields.find((one) => one.field === field)?.fit).toBeCloseTo(fit, 6);
          }
        },
      ),
    );
  });
});
