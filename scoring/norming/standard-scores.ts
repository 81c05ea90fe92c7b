/*
 * Boundary rule of both scales: a score exactly on a boundary belongs to the higher band. Boundaries are spelled as
 * floor(2z + constant), never as rounding, because halves round differently from one language to the next.
 */

const within = (low: number, x: number, high: number): number => Math.min(high, Math.max(low, x));

/**
 * Stanine: nine bands half a standard deviation wide, cut at z = ±.25, ±.75, ±1.25, ±1.75; z = .25 is already stanine 6.
 * @throws RangeError when z is not finite.
 */
export function stanine(z: number): number {
  if (!Number.isFinite(z)) throw new RangeError('stanine requires a finite z');
  return within(1, Math.floor(2 * z + 5.5), 9);
}

/**
 * Sten: ten bands half a standard deviation wide, cut at z = 0, ±.5, … ±2; z = 0 is already sten 6.
 * @throws RangeError when z is not finite.
 */
export function sten(z: number): number {
  if (!Number.isFinite(z)) throw new RangeError('sten requires a finite z');
  return within(1, Math.floor(2 * z + 6), 10);
}

/** T = 50 + 10z. */
export const tScore = (z: number): number => 50 + 10 * z;
