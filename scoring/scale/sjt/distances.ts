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
  const [meanX, meanK] = [meanOf(x), meanOf(key)];
  const [sdX, sdK] = [sdOf(x, meanX), sdOf(key, meanK)];
  if (sdX === 0 || sdK === 0) return false;
  for (let j = 0; j < x.length; j++) {
    const apart = ((x[j] ?? 0) - meanX) / sdX - ((key[j] ?? 0) - meanK) / sdK;
    values[j] = -(apart * apart);
  }
  return true;
};

/** Pearson correlation of ratings and key over the situation, given to each option alike. Undefined for a straight line. */
export const profileCorrelation: SituationScoring = (x, { key }, values) => {
  const [meanX, meanK] = [meanOf(x), meanOf(key)];
  const [sdX, sdK] = [sdOf(x, meanX), sdOf(key, meanK)];
  if (sdX === 0 || sdK === 0) return false;
  let products = 0;
  for (let j = 0; j < x.length; j++) products += ((x[j] ?? 0) - meanX) * ((key[j] ?? 0) - meanK);
  values.fill(products / ((x.length - 1) * sdX * sdK));
  return true;
};

/** 1 where rating and key lie on the same side of the middle of the answer scale; the middle itself is on no side. */
export const dichotomous: SituationScoring = (x, { key, middle }: Situation, values) => {
  for (let j = 0; j < x.length; j++) {
    values[j] = ((x[j] ?? 0) - middle) * ((key[j] ?? 0) - middle) > 0 ? 1 : 0;
  }
  return true;
};

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += values[j] ?? 0;
  return sum / values.length;
}

function sdOf(values: Float64Array, mean: number): number {
  let squares = 0;
  for (let j = 0; j < values.length; j++) {
    const apart = (values[j] ?? 0) - mean;
    squares += apart * apart;
  }
  return Math.sqrt(squares / (values.length - 1));
}
