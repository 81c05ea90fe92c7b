import type { Situation, SituationScoring } from './situation.ts';

/** −|x − k| for each option. */
export const absoluteDistance: SituationScoring = (x, { key }, values) => {
  for (let j = 0; j < x.length; j++) values[j] = -Math.abs((x[j] ?? 0) - (key[j] ?? 0));
  return true;
};

/** −(x − k)² for each option. Mixes agreement in order, in level and in spread. */
export const squaredDistance: SituationScoring = (x, { key }, values) => {
  for (let j = 0; j < x.length; j++) values[j] = -(((x[j] ?? 0) - (key[j] ?? 0)) ** 2);
  return true;
};

/**
 * −(z(x) − z(k))² with both standardised within the situation (n − 1): whether somebody rates high or low, mildly or
 * strongly, no longer counts, only how they order the options. Their sum over a situation is 2(n − 1)(r − 1).
 * Undefined for a straight line. Source: Legree et al. 2010; Weng et al. 2018.
 */
export const standardisedDistance: SituationScoring = (x, { key }, values) => {
  const given = spread(x);
  const keyed = spread(key);
  if (given.sd === 0 || keyed.sd === 0) return false;
  for (let j = 0; j < x.length; j++) {
    values[j] = -((((x[j] ?? 0) - given.mean) / given.sd - ((key[j] ?? 0) - keyed.mean) / keyed.sd) ** 2);
  }
  return true;
};

/** Pearson correlation of ratings and key over the situation, given to each option alike. Undefined for a straight line. */
export const profileCorrelation: SituationScoring = (x, { key }, values) => {
  const [given, keyed] = [spread(x), spread(key)];
  if (given.sd === 0 || keyed.sd === 0) return false;
  let products = 0;
  for (let j = 0; j < x.length; j++) products += ((x[j] ?? 0) - given.mean) * ((key[j] ?? 0) - keyed.mean);
  values.fill(products / ((x.length - 1) * given.sd * keyed.sd));
  return true;
};

/** 1 where rating and key lie on the same side of the middle of the answer scale; the middle itself is on no side. */
export const dichotomous: SituationScoring = (x, { key, middle }: Situation, values) => {
  for (let j = 0; j < x.length; j++) {
    values[j] = ((x[j] ?? 0) - middle) * ((key[j] ?? 0) - middle) > 0 ? 1 : 0;
  }
  return true;
};

function spread(values: Float64Array): { mean: number; sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}
