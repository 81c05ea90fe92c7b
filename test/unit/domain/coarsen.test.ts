import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageInYears, Coarsening, type Told, type Traits } from '../../../server/domain/coarsen.ts';

const traits: fc.Arbitrary<Traits> = fc
  .record({
    place: fc.integer({ min: 0, max: 7 }),
    language: fc.constantFrom('kk', 'ru'),
    sex: fc.constantFrom('female', 'male'),
    age: fc.constantFrom(14, 15, null),
  })
  .map(({ place, ...rest }) => ({
    school: `s${place}`,
    district: `d${Math.floor(place / 2)}`,
    region: `r${Math.floor(place / 4)}`,
    ...rest,
  }));

describe('Coarsening', () => {
  it('leaves no row among fewer than k that look the same, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(traits, { maxLength: 400 }), fc.integer({ min: 2, max: 12 }), (rows, k) => {
        const coarsening = new Coarsening(k);
        for (const row of rows) coarsening.add(row);
        const told = rows.map((row) => coarsening.of(row)).filter((one): one is Told => one !== null);
        const counts = new Map<string, number>();
        for (const one of told) counts.set(JSON.stringify(one), (counts.get(JSON.stringify(one)) ?? 0) + 1);
        expect([...counts.values()].every((n) => n >= k)).toBe(true);
        // What is told is true: each trait is the row's own or left out.
        rows.forEach((row) => {
          const one = coarsening.of(row);
          if (one === null) return;
          expect([row.region, one.school ?? row.school, one.district ?? row.district, one.age ?? row.age]).toEqual([
            one.region,
            row.school,
            row.district,
            row.age,
          ]);
        });
      }),
    );
  });

  it('leaves a region of enough pupils in, however small its schools are', () => {
    const coarsening = new Coarsening(10);
    const rows = Array.from(
      { length: 12 },
      (_, at): Traits => ({
        school: `s${at}`,
        district: `d${at}`,
        region: 'r',
        language: at % 2 ? 'kk' : 'ru',
        sex: 'female',
        age: 10 + at,
      }),
    );
    for (const row of rows) coarsening.add(row);
    expect(rows.map((row) => coarsening.of(row))).toEqual(
      rows.map(() => ({ school: null, district: null, region: 'r', language: null, sex: null, age: null })),
    );
  });
});

describe('ageInYears', () => {
  it('counts full years', () => {
    expect(ageInYears('2011-05-14', '2026-05-13')).toBe(14);
    expect(ageInYears('2011-05-14', '2026-05-14')).toBe(15);
    expect(ageInYears(null, '2026-05-14')).toBeNull();
  });
});
