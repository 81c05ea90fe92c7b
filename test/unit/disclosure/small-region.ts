import type {
  Attributes,
  Breakdown,
  ReportCounts,
  ScaleCounts,
  SchoolCounts,
  StratumCounts,
} from '../../../server/report/disclosure/index.ts';

/** Seeded uniform numbers in [0, 1): mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const edges: readonly number[] = [1, 1.8, 2.6, 3.4, 4.2, 5];

export interface RegionShape {
  readonly districts: number;
  readonly schoolsPerDistrict: number;
  readonly scales: number;
  /** Mean number of submitted sittings in a school; most schools have fewer. */
  readonly meanSize: number;
  readonly breakdowns?: readonly Breakdown[];
}

interface Pupil {
  readonly of: Attributes;
  readonly scores: readonly number[];
}

/**
 * A simulated region: school sizes are exponential (many tiny, few large), scores on the grid of a ten-item mean,
 * half the pupils girls, who score a little higher, and the language of teaching uneven over schools.
 */
export function randomRegion(seed: number, shape: RegionShape): ReportCounts {
  const random = randomNumbers(seed);
  const isSplit = shape.breakdowns !== undefined;
  const schools = Array.from({ length: shape.districts * shape.schoolsPerDistrict }, (_, index): SchoolCounts => {
    const district = Math.floor(index / shape.schoolsPerDistrict);
    const size = Math.floor(-Math.log(1 - random()) * shape.meanSize);
    const pupils = randomPupils(random, size, shape.scales);
    return {
      path: ['KZ-11', `district-${district}`, `school-${district}-${index % shape.schoolsPerDistrict}`],
      participation: { invited: size + 5, consented: size + 3, started: size + 1, submitted: size },
      ...countPupils(pupils, shape.scales, isSplit),
    };
  });
  const scales = Array.from({ length: shape.scales }, (_, scale) => ({ id: `scale-${scale}`, edges, step: 0.1 }));
  return { scales, schools, breakdowns: shape.breakdowns ?? [] };
}

function randomPupils(random: () => number, size: number, scales: number): readonly Pupil[] {
  const shareKazakh = random();
  return Array.from({ length: size }, () => {
    const sex = random() < 0.5 ? 'f' : 'm';
    const mean = 2.6 + (sex === 'f' ? 0.1 : -0.1);
    const scores = Array.from({ length: scales }, (_, scale) => gridScore(random, mean + 0.4 * scale));
    return { of: { sex, language: random() < shareKazakh ? 'kk' : 'ru' }, scores };
  });
}

function gridScore(random: () => number, mean: number): number {
  const spread = (random() + random() + random() - 1.5) * 1.4;
  return Math.round(Math.min(5, Math.max(1, mean + spread)) * 10) / 10;
}

function countPupils(
  pupils: readonly Pupil[],
  scales: number,
  isSplit: boolean,
): Pick<SchoolCounts, 'scales' | 'strata'> {
  const count = (some: readonly Pupil[]): readonly ScaleCounts[] =>
    Array.from({ length: scales }, (_, scale) => countScores(some.flatMap(({ scores }) => scores[scale] ?? [])));
  const kinds = new Map(pupils.map(({ of }) => [`${of.sex} ${of.language}`, of]));
  const strata = [...kinds.values()].map((of) => {
    return {
      of,
      scales: count(pupils.filter((pupil) => pupil.of.sex === of.sex && pupil.of.language === of.language)),
    };
  });
  return { scales: count(pupils), ...(isSplit ? { strata } : {}) };
}

export const bandOf = (score: number): number => Math.min(4, Math.floor((score - 1 + 1e-9) / 0.8));

/** The additive counts of a list of scores. */
export function countScores(scores: readonly number[]): ScaleCounts {
  const bands = [0, 0, 0, 0, 0];
  for (const score of scores) bands[bandOf(score)] = (bands[bandOf(score)] ?? 0) + 1;
  return {
    n: scores.length,
    sum: scores.reduce((sum, score) => sum + score, 0),
    sumSquares: scores.reduce((sum, score) => sum + score * score, 0),
    bands,
  };
}

/** The same region later: a third of the schools as they were, in others a few pupils more, in some many. */
export function grownRegion(counts: ReportCounts, seed: number, meanNew: number): ReportCounts {
  const random = randomNumbers(seed);
  const schools = counts.schools.map((school): SchoolCounts => {
    const size = random() < 1 / 3 ? 0 : Math.floor(-Math.log(1 - random()) * meanNew);
    const came = countPupils(
      randomPupils(random, size, counts.scales.length),
      counts.scales.length,
      school.strata !== undefined,
    );
    const { invited, consented, started, submitted } = school.participation;
    return {
      ...school,
      participation: { invited, consented, started: started + size, submitted: submitted + size },
      scales: addAll(school.scales, came.scales),
      ...(came.strata ? { strata: addStrata(school.strata ?? [], came.strata) } : {}),
    };
  });
  return { ...counts, schools };
}

function addStrata(before: readonly StratumCounts[], came: readonly StratumCounts[]): readonly StratumCounts[] {
  const isSame = (a: StratumCounts, b: StratumCounts): boolean =>
    a.of.sex === b.of.sex && a.of.language === b.of.language;
  const grown = before.map((old) => {
    const more = came.find((stratum) => isSame(stratum, old));
    return more === undefined ? old : { of: old.of, scales: addAll(old.scales, more.scales) };
  });
  return [...grown, ...came.filter((stratum) => !before.some((old) => isSame(old, stratum)))];
}

const addAll = (a: readonly ScaleCounts[], b: readonly ScaleCounts[]): readonly ScaleCounts[] =>
  a.map((scale, index) => addCounts(scale, b[index] ?? countScores([])));

const addCounts = (a: ScaleCounts, b: ScaleCounts): ScaleCounts => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  sumSquares: a.sumSquares + b.sumSquares,
  bands: a.bands.map((count, band) => count + (b.bands[band] ?? 0)),
});
