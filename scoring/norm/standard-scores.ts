import { normalQuantile } from '../math/normal.ts';

/** T scores are kept between these, which lie beyond what any norm sample we hold can tell apart. */
export const T_LOWEST = 10;
export const T_HIGHEST = 90;

/** Normalised T score of a mid-rank proportion: 50 + 10·Φ⁻¹(p), kept within 10…90. */
export function tScore(proportion: number): number {
  return Math.min(T_HIGHEST, Math.max(T_LOWEST, 50 + 10 * normalQuantile(proportion)));
}

/** Stanine 1…9 of a proportion: cuts at z = ±0.25, ±0.75, ±1.25, ±1.75; a z exactly on a cut takes the higher stanine. */
export function stanine(proportion: number): number {
  return classOf(2 * normalQuantile(proportion) + 5.5, 9);
}

/** Sten 1…10 of a proportion: cuts at z = 0, ±0.5, ±1, ±1.5, ±2; a z exactly on a cut takes the higher sten. */
export function sten(proportion: number): number {
  return classOf(2 * normalQuantile(proportion) + 6, 10);
}

function classOf(position: number, highest: number): number {
  return Math.min(highest, Math.max(1, Math.floor(position)));
}
