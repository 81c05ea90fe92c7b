import { chiSquareUpperTail } from '../math/chi-square.ts';
import type { Stratum } from './strata.ts';

/** ETS classes: A negligible, B moderate, C large. */
export type EtsClass = 'A' | 'B' | 'C';

export interface MantelHaenszel {
  readonly chiSquare: number;
  readonly p: number;
  /** Common odds ratio; above 1 the item favours the reference group. */
  readonly alpha: number;
  readonly logAlphaSe: number;
  /** Δ = −2.35 ln α: negative where the item is harder for the focal group. */
  readonly delta: number;
  readonly deltaSe: number;
  readonly ets: EtsClass;
}

interface Fourfold {
  /** Reference right and wrong, focal right and wrong. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const DELTA_SCALE = 2.35;

function fourfold({ reference, focal }: Stratum, right: number): Fourfold {
  const solved = (answers: readonly number[]): number => answers.filter((x) => x === right).length;
  const [a, c] = [solved(reference), solved(focal)];
  return { a, b: reference.length - a, c, d: focal.length - c };
}

interface Sums {
  surplus: number;
  variance: number;
  top: number;
  bottom: number;
}

function sumTables(tables: readonly Fourfold[]): Sums {
  const sums: Sums = { surplus: 0, variance: 0, top: 0, bottom: 0 };
  for (const { a, b, c, d } of tables) {
    const total = a + b + c + d;
    const [reference, focal, right, wrong] = [a + b, c + d, a + c, b + d];
    sums.surplus += a - (reference * right) / total;
    sums.variance += (reference * focal * right * wrong) / (total * total * (total - 1));
    sums.top += (a * d) / total;
    sums.bottom += (b * c) / total;
  }
  return sums;
}

/** Standard error of ln α (Phillips & Holland 1987, Biometrics 43, 425–431). */
function logAlphaError(tables: readonly Fourfold[], alpha: number, top: number): number {
  const sum = tables.reduce((s, { a, b, c, d }) => {
    const total = a + b + c + d;
    return s + ((a * d + alpha * b * c) * (a + d + alpha * (b + c))) / (total * total);
  }, 0);
  return Math.sqrt(sum / (2 * top * top));
}

function etsClass(delta: number, deltaSe: number, p: number): EtsClass {
  const size = Math.abs(delta);
  if (size < 1 || p > 0.05) return 'A';
  return size >= 1.5 && (size - 1) / deltaSe > 1.645 ? 'C' : 'B';
}

/**
 * Mantel–Haenszel test of differential item functioning: at the same total score, do both groups solve the item equally
 * often?
 *
 * χ² = (|ΣA − ΣE| − ½)²/ΣVar; α = Σ(A·D/T) / Σ(B·C/T). Strata with one person or one group say nothing and are skipped.
 * Classes: A if |Δ| < 1 or not significant at .05; C if |Δ| ≥ 1.5 and significantly above 1; else B.
 * Source: Holland & Thayer 1988, in Wainer & Braun (eds.), Test Validity; Zwick & Ercikan 1989.
 * @param strata from `strataOf`. @param right the answer that counts as solved.
 * @returns null where no stratum compares both groups, or a cell is empty throughout (α is 0 or infinite).
 */
export function mantelHaenszel(strata: readonly Stratum[], right = 1): MantelHaenszel | null {
  const usable = strata.filter(({ reference, focal }) => reference.length > 0 && focal.length > 0);
  const tables = usable.map((stratum) => fourfold(stratum, right));
  const { surplus, variance, top, bottom } = sumTables(tables);
  if (!(variance > 0 && top > 0 && bottom > 0)) return null;
  const chiSquare = (Math.abs(surplus) - 0.5) ** 2 / variance;
  const p = chiSquareUpperTail(chiSquare, 1);
  const alpha = top / bottom;
  const logAlphaSe = logAlphaError(tables, alpha, top);
  const delta = -DELTA_SCALE * Math.log(alpha);
  const deltaSe = DELTA_SCALE * logAlphaSe;
  return { chiSquare, p, alpha, logAlphaSe, delta, deltaSe, ets: etsClass(delta, deltaSe, p) };
}
