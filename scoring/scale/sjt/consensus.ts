import type { SituationScoring } from './situation.ts';

/**
 * Share of the experts who gave just this rating. An expert's rating between two points counts as the nearer one, halfway
 * as the higher. Rewards the avoidance of extremes: not the default.
 */
export const proportion: SituationScoring = (x, { ratings }, values) => {
  for (let j = 0; j < x.length; j++) values[j] = share(ratings[j] ?? [], x[j] ?? Number.NaN);
  return true;
};

/** 1 for the rating most experts gave; where several are equally frequent, each of them counts. */
export const modeMatch: SituationScoring = (x, { ratings }, values) => {
  for (let j = 0; j < x.length; j++) {
    const given = ratings[j] ?? [];
    const most = Math.max(...given.map((rating) => share(given, pointOf(rating))));
    values[j] = share(given, x[j] ?? Number.NaN) === most ? 1 : 0;
  }
  return true;
};

function share(ratings: readonly number[], value: number): number {
  return ratings.filter((rating) => pointOf(rating) === value).length / ratings.length;
}

function pointOf(rating: number): number {
  return Math.floor(rating + 0.5);
}
