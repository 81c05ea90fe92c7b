import { literal, type Unrolled, unrolled, whenWorthwhile } from '../math/unrolled.ts';
import type { AnswerCodes } from './answer-codes.ts';
import type { LeafScale } from './leaf-scales.ts';

/**
 * The leaf scales, laid out flat: scale s has the terms from start[s] to start[s + 1], and of these the first, third, … are
 * its odd half, the others the even one. The keyed value of a term is intercept + slope × answer, slope 1 or −1. oddOffset
 * and evenOffset are what has to be added to Σ slope × code (see answer-codes.ts) of a half to make it the sum of its keyed
 * values.
 */
export interface HalvesPlan {
  readonly start: Int32Array;
  readonly oddOffset: Int32Array;
  readonly evenOffset: Int32Array;
  readonly item: Int32Array;
  readonly slope: Int32Array;
  readonly intercept: Int32Array;
  /** Of the means x and y of the halves: used again for everybody. */
  readonly sums: Float64Array;
  readonly code: Unrolled<HalvesCode>;
}

/** Where the sums stand: Σx, Σy, Σx², Σy², Σxy. */
const [SX, SY, SXX, SYY, SXY] = [0, 1, 2, 3, 4];
/** Writes the sums over all scales of a sheet that is whole. */
type HalvesCode = (codes: Uint8Array, sums: Float64Array) => void;

const FEWEST_SCALES = 5;

export function halvesPlan(scales: readonly LeafScale[]): HalvesPlan {
  const start = new Int32Array(scales.length + 1);
  scales.forEach(({ item }, scale) => {
    start[scale + 1] = (start[scale] ?? 0) + item.length;
  });
  const all = (of: (scale: LeafScale) => ArrayLike<number>): Int32Array =>
    Int32Array.from(scales.flatMap((scale) => Array.from(of(scale))));
  const plan = {
    start,
    oddOffset: Int32Array.from(scales, (scale) => offsetOf(scale, 0)),
    evenOffset: Int32Array.from(scales, (scale) => offsetOf(scale, 1)),
    item: all(({ item }) => item),
    slope: all(({ slope }) => slope),
    intercept: all(({ intercept }) => intercept),
    sums: new Float64Array(5),
  };
  return { ...plan, code: unrolled(['c', 'o'], () => halvesCode(plan)) };
}

/** The first branch of `sumUp`, written out. */
function halvesCode({ start, oddOffset, evenOffset, item, slope }: Omit<HalvesPlan, 'code'>): string {
  const half = (offset: number, begin: number, end: number): string => {
    let sum = literal(offset);
    for (let term = begin; term < end; term += 2)
      sum += `${slope[term] === 1 ? '+' : '-'}c[${literal(item[term] ?? 0)}]`;
    return sum;
  };
  const lines = Array.from(oddOffset, (odd, scale) => {
    const [begin, end] = [start[scale] ?? 0, start[scale + 1] ?? 0];
    return (
      `x=(${half(odd, begin, end)})/${literal((end - begin + 1) >> 1)};` +
      `y=(${half(evenOffset[scale] ?? 0, begin + 1, end)})/${literal((end - begin) >> 1)};` +
      'sx+=x;sy+=y;sxx+=x*x;syy+=y*y;sxy+=x*y;'
    );
  });
  return `let x=0,y=0,sx=0,sy=0,sxx=0,syy=0,sxy=0;${lines.join('\n')}o[0]=sx;o[1]=sy;o[2]=sxx;o[3]=syy;o[4]=sxy;`;
}

function offsetOf({ slope, intercept }: LeafScale, first: 0 | 1): number {
  return intercept.reduce((sum, own, term) => (term % 2 === first ? sum + own - (slope[term] ?? 0) : sum), 0);
}

/**
 * Even–odd consistency over the leaf scales, allocating nothing: the same as `evenOddConsistency` of scoring/quality, which
 * says what it means and where it comes from. Null with fewer than five usable scales, or when a half does not vary.
 */
export function evenOdd(plan: HalvesPlan, sheet: AnswerCodes): number | null {
  const { sums, oddOffset, code } = plan;
  const written = sheet.answered === sheet.codes.length ? whenWorthwhile(code) : null;
  written?.(sheet.codes, sums);
  const n = written === null ? sumUp(plan, sheet) : oddOffset.length;
  if (n < FEWEST_SCALES) return null;
  const sx = sums[SX] ?? 0;
  const sy = sums[SY] ?? 0;
  const vx = (sums[SXX] ?? 0) - (sx * sx) / n;
  const vy = (sums[SYY] ?? 0) - (sy * sy) / n;
  if (vx < 1e-9 || vy < 1e-9) return null;
  const r = Math.max(-1, Math.min(1, ((sums[SXY] ?? 0) - (sx * sy) / n) / Math.sqrt(vx * vy)));
  return r <= -1 / 3 ? -1 : (2 * r) / (1 + r);
}

/** Writes the sums over the scales of which both halves have answers. @returns how many they are */
function sumUp(plan: HalvesPlan, { codes, answered }: AnswerCodes): number {
  const { start, oddOffset, evenOffset, item, slope, sums } = plan;
  const whole = answered === codes.length;
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  for (let scale = 0; scale < oddOffset.length; scale++) {
    const begin = start[scale] ?? 0;
    const end = start[scale + 1] ?? 0;
    let x = 0;
    let y = 0;
    if (whole) {
      let odd = oddOffset[scale] ?? 0;
      let even = evenOffset[scale] ?? 0;
      let term = begin;
      for (; term + 1 < end; term += 2) {
        odd += Math.imul(slope[term] ?? 0, codes[item[term] ?? 0] ?? 0);
        even += Math.imul(slope[term + 1] ?? 0, codes[item[term + 1] ?? 0] ?? 0);
      }
      if (term < end) odd += Math.imul(slope[term] ?? 0, codes[item[term] ?? 0] ?? 0);
      x = odd / ((end - begin + 1) >> 1);
      y = even / ((end - begin) >> 1);
    } else {
      x = meanOfAnswered(plan, codes, begin, end);
      y = meanOfAnswered(plan, codes, begin + 1, end);
    }
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n++;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  sums[SX] = sx;
  sums[SY] = sy;
  sums[SXX] = sxx;
  sums[SYY] = syy;
  sums[SXY] = sxy;
  return n;
}

/** Mean keyed answer of every second term, over the answers there are; NaN where none was given. */
function meanOfAnswered({ item, slope, intercept }: HalvesPlan, codes: Uint8Array, begin: number, end: number): number {
  let [n, sum] = [0, 0];
  for (let term = begin; term < end; term += 2) {
    const code = codes[item[term] ?? 0] ?? 0;
    if (code === 0) continue;
    n++;
    sum += (intercept[term] ?? 0) + (slope[term] ?? 0) * (code - 1);
  }
  return n === 0 ? Number.NaN : sum / n;
}
