/**
 * SEM = s·√(1 − reliability): the spread of a person's observed scores around their true score, in units of the score.
 *
 * Source: Lord & Novick 1968, §3.8. A negative reliability estimate counts as none.
 * @throws RangeError when s < 0 or the reliability exceeds 1.
 * @example standardErrorOfMeasurement(10, 0.91) // 3
 */
export function standardErrorOfMeasurement(standardDeviation: number, reliability: number): number {
  if (!(standardDeviation >= 0) || !(reliability <= 1)) {
    throw new RangeError(`SEM requires s >= 0 and reliability <= 1, got ${standardDeviation}, ${reliability}`);
  }
  return standardDeviation * Math.sqrt(1 - Math.max(0, reliability));
}
