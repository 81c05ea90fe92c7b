import type { SituationScoring } from './situation.ts';

/**
 * +1 when the highest-rated option is the key's best, +1 when the lowest-rated is its worst, −1 for each of the two when
 * they are swapped (best taken for worst, worst for best); the sum, −2…2, is given to each option alike. Somebody who
 * rates two options equally high has named no best one, and gets nothing for it.
 */
export const bestWorst: SituationScoring = (x, { key }, values) => {
  const [best, worst] = [onlyIndexOf(x, Math.max(...x)), onlyIndexOf(x, Math.min(...x))];
  const [keyBest, keyWorst] = [onlyIndexOf(key, Math.max(...key)), onlyIndexOf(key, Math.min(...key))];
  values.fill(hit(best, keyBest, keyWorst) + hit(worst, keyWorst, keyBest));
  return keyBest >= 0 && keyWorst >= 0;
};

function hit(named: number, right: number, opposite: number): number {
  if (named < 0) return 0;
  return named === right ? 1 : named === opposite ? -1 : 0;
}

function onlyIndexOf(values: Float64Array, value: number): number {
  const first = values.indexOf(value);
  return values.lastIndexOf(value) === first ? first : -1;
}

/**
 * Partial credit for the order: each option earns (m − |rank − key rank|)/m, m options in the situation; equal ratings
 * share their mean rank. 1 for the key's own order.
 */
export const ranking: SituationScoring = (x, { key }, values) => {
  for (let j = 0; j < x.length; j++) {
    values[j] = (x.length - Math.abs(meanRank(x, j) - meanRank(key, j))) / x.length;
  }
  return true;
};

/** Rank from 1 for the highest; equal values share the mean of their ranks. */
function meanRank(values: Float64Array, index: number): number {
  const own = values[index] ?? 0;
  let [higher, equal] = [0, 0];
  for (const value of values) {
    if (value > own) higher++;
    else if (value === own) equal++;
  }
  return higher + (equal + 1) / 2;
}
