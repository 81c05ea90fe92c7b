import { normalCdf } from '../math/normal.ts';

/**
 * ln P(answer) for an answer foretold as `expected` with a normal error, rounded to whole points, the end points taking what
 * lies beyond them; one answer in a hundred is anybody's slip. Tabled over the expected value and the error's size: two
 * roundings to a fine grid instead of two tail areas an answer.
 */
export interface SurpriseTable {
  readonly points: number;
  /** ln of the number of points: what guessing costs. */
  readonly logPoints: number;
  readonly logs: Float64Array;
}

const SLIP = 0.01;
/** Sizes of the error: 2^(−3 + class/8) points. */
const CLASSES = 48;
const CLASS_STEPS = 8;
const SMALLEST = -3;
/** The expected value, from one point below the lowest to one above the highest. */
const STEPS = 16;

export function surpriseTable(points: number): SurpriseTable {
  const cells = cellsOf(points);
  const logs = new Float64Array(CLASSES * cells * points);
  for (let size = 0; size < CLASSES; size++) {
    const sd = 2 ** (SMALLEST + size / CLASS_STEPS);
    for (let cell = 0; cell < cells; cell++) {
      const expected = cell / STEPS - 1;
      for (let answer = 0; answer < points; answer++) {
        logs[(size * cells + cell) * points + answer] = Math.log(chance(answer, expected, sd, points));
      }
    }
  }
  return { points, logPoints: Math.log(points), logs };
}

function chance(answer: number, expected: number, sd: number, points: number): number {
  const upTo = answer === points - 1 ? 1 : normalCdf((answer + 0.5 - expected) / sd);
  const before = answer === 0 ? 0 : normalCdf((answer - 0.5 - expected) / sd);
  return (1 - SLIP) * Math.max(0, upTo - before) + SLIP / points;
}

/** The class of an error of this size. */
export function sizeClass(sd: number): number {
  return Math.round(CLASS_STEPS * (Math.log2(sd) - SMALLEST));
}

/** How many cells a class has. */
export const cellsOf = (points: number): number => (points + 1) * STEPS + 1;

/** The cell of an expected value, counted from the lowest point. */
export function cellOf(expected: number, cells: number): number {
  const cell = Math.round((expected + 1) * STEPS);
  return cell < 0 ? 0 : cell >= cells ? cells - 1 : cell;
}

/** Keeps a class within the table. */
export const keptClass = (size: number): number => (size < 0 ? 0 : size >= CLASSES ? CLASSES - 1 : size);

/** Errors of people differ: some answer more evenly than others. Offsets of the class for ½, ·71, ·84, 1, 1·19, 1·41. */
export const PACES = Int32Array.of(-8, -4, -2, 0, 2, 4);
export const PACE_SHARES = Float64Array.of(0.08, 0.2, 0.25, 0.25, 0.17, 0.05);
export const OWN_PACE = 3;
