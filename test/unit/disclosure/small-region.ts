import type { ReportCounts, ScaleCounts, SchoolCounts } from '../../../server/report/disclosure/index.ts';

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
}

/** A simulated region: school sizes are exponential (many tiny, few large), scores on the grid of a ten-item mean. */
export function randomRegion(seed: number, shape: RegionShape): ReportCounts {
  const random = randomNumbers(seed);
  const schools: SchoolCounts[] = [];
  for (let district = 0; district < shape.districts; district += 1) {
    for (let school = 0; school < shape.schoolsPerDistrict; school += 1) {
      const size = Math.floor(-Math.log(1 - random()) * shape.meanSize);
      schools.push({
        path: ['KZ-11', `district-${district}`, `school-${district}-${school}`],
        participation: { invited: size + 5, consented: size + 3, started: size + 1, submitted: size },
        scales: Array.from({ length: shape.scales }, (_, scale) => randomScale(random, size, 2.6 + 0.4 * scale)),
      });
    }
  }
  const ids = Array.from({ length: shape.scales }, (_, scale) => ({ id: `scale-${scale}`, edges, step: 0.1 }));
  return { scales: ids, schools };
}

function randomScale(random: () => number, n: number, mean: number): ScaleCounts {
  return countScores(Array.from({ length: n }, () => gridScore(random, mean)));
}

function gridScore(random: () => number, mean: number): number {
  const spread = (random() + random() + random() - 1.5) * 1.4;
  return Math.round(Math.min(5, Math.max(1, mean + spread)) * 10) / 10;
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
    const scales = school.scales.map((scale, index) => addCounts(scale, randomScale(random, size, 2.6 + 0.4 * index)));
    const { invited, consented, started, submitted } = school.participation;
    const participation = { invited, consented, started: started + size, submitted: submitted + size };
    return { ...school, participation, scales };
  });
  return { ...counts, schools };
}

const addCounts = (a: ScaleCounts, b: ScaleCounts): ScaleCounts => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  sumSquares: a.sumSquares + b.sumSquares,
  bands: a.bands.map((count, band) => count + (b.bands[band] ?? 0)),
});
