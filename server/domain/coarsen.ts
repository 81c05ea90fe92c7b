/** What could single a pupil out among others, finest first. */
export type Traits = {
  school: string;
  district: string;
  region: string;
  language: string;
  sex: string;
  age: number | null;
};

/** What of it may be told. */
export type Told = {
  school: string | null;
  district: string | null;
  region: string;
  language: string | null;
  sex: string | null;
  age: number | null;
};

/** From the finest to the coarsest: the school goes first, then the district, the age, and language and sex together. */
const levels: readonly ((traits: Traits) => Told)[] = [
  (traits) => ({ ...traits }),
  (traits) => ({ ...traits, school: null }),
  (traits) => ({ ...traits, school: null, district: null }),
  (traits) => ({ ...traits, school: null, district: null, age: null }),
  ({ region }) => ({ school: null, district: null, region, language: null, sex: null, age: null }),
];

const keyOf = (told: Traits | Told): string =>
  JSON.stringify([told.school, told.district, told.region, told.language, told.sex, told.age]);

/**
 * How finely each combination of traits may be told, so that every row stands among at least `k` that look the same. Rows
 * that are alike at a level and not enough move on to the next, coarser one together; those who are too few even there are
 * not told at all (null). Counts combinations, not pupils: its size does not grow with the number of rows.
 */
export class Coarsening {
  private readonly counts = new Map<string, { traits: Traits; n: number }>();
  private told: ReadonlyMap<string, Told | null> | null = null;
  private readonly k: number;

  constructor(k: number) {
    this.k = k;
  }

  add(traits: Traits): void {
    const key = keyOf(traits);
    const held = this.counts.get(key);
    if (held === undefined) this.counts.set(key, { traits, n: 1 });
    else held.n += 1;
  }

  /** To be asked once everybody has been added. */
  of(traits: Traits): Told | null {
    this.told ??= this.decide();
    return this.told.get(keyOf(traits)) ?? null;
  }

  private decide(): ReadonlyMap<string, Told | null> {
    const decided = new Map<string, Told | null>();
    let left = [...this.counts];
    for (const level of levels) {
      const groups = new Map<string, number>();
      for (const [, { traits, n }] of left) {
        const key = keyOf(level(traits));
        groups.set(key, (groups.get(key) ?? 0) + n);
      }
      left = left.filter(([key, { traits }]) => {
        const told = level(traits);
        if ((groups.get(keyOf(told)) ?? 0) < this.k) return true;
        decided.set(key, told);
        return false;
      });
    }
    for (const [key] of left) decided.set(key, null);
    return decided;
  }
}

/** Full years between a birth date and a day, both YYYY-MM-DD; null where there is no birth date. */
export function ageInYears(birthDate: string | null, day: string): number | null {
  if (birthDate === null) return null;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
