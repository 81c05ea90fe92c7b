/**
 * The standard normal distribution to full double precision.
 *
 * Cumulative probability: rational Chebyshev approximations of W. J. Cody, «Rational Chebyshev approximations for the
 * error function», Math. Comp. 23 (1969) 631–637. Quantile: M. J. Wichura, «Algorithm AS 241», Applied Statistics 37
 * (1988) 477–484 (PPND16, about 16 figures).
 */

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
const ONE_OVER_ROOT_TWO_PI = 1 / ROOT_TWO_PI;

/** Density φ(x) = exp(−x²/2)/√(2π). */
export const normalDensity = (x: number): number => ONE_OVER_ROOT_TWO_PI * Math.exp(-0.5 * x * x);

const horner = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
};

const CENTRE_TOP = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356];
const CENTRE_BOTTOM = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const MIDDLE_TOP = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_BOTTOM = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
];
const TAIL_TOP = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793,
];
const TAIL_BOTTOM = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662,
];

/** exp(−y²/2) with the square split in two, so that the rounding of y² does not spoil the far tail. */
const gaussian = (y: number): number => {
  const head = Math.trunc(y * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (y - head) * (y + head));
};

/** P(Z > y) for y ≥ 0.67. */
function upperTail(y: number): number {
  if (y <= Math.sqrt(32)) return (gaussian(y) * horner(MIDDLE_TOP, y)) / horner(MIDDLE_BOTTOM, y);
  const inverseSquare = 1 / (y * y);
  const correction = (inverseSquare * horner(TAIL_TOP, inverseSquare)) / horner(TAIL_BOTTOM, inverseSquare);
  return (gaussian(y) * (ONE_OVER_ROOT_TWO_PI - correction)) / y;
}

/**
 * P(Z ≤ x): which share of a normal population lies at or below x. Relative accuracy holds in both tails.
 * @example normalCdf(1.96) // 0.9750021048517795
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError('normalCdf requires a number');
  const y = Math.abs(x);
  if (y <= 0.67448975) {
    const square = x * x;
    return 0.5 + (x * horner(CENTRE_TOP, square)) / horner(CENTRE_BOTTOM, square);
  }
  const tail = y > 38.5 ? 0 : upperTail(y);
  return x > 0 ? 1 - tail : tail;
}

/** The eight coefficients of each polynomial of AS 241, written out: it is called for every score between two tabled ones. */
type Eight = readonly [number, number, number, number, number, number, number, number];

const horner8 = (c: Eight, x: number): number =>
  ((((((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4]) * x + c[5]) * x + c[6]) * x + c[7];

const Q_CENTRE_TOP: Eight = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const Q_CENTRE_BOTTOM: Eight = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const Q_MIDDLE_TOP: Eight = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const Q_MIDDLE_BOTTOM: Eight = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const Q_TAIL_TOP: Eight = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const Q_TAIL_BOTTOM: Eight = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

/**
 * The z below which the share p of a normal population lies.
 * @throws RangeError unless 0 < p < 1 (the ends are infinite, and no sentinel stands in for them).
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile requires 0 < p < 1, got ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner8(Q_CENTRE_TOP, r)) / horner8(Q_CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size =
    r <= 5
      ? horner8(Q_MIDDLE_TOP, r - 1.6) / horner8(Q_MIDDLE_BOTTOM, r - 1.6)
      : horner8(Q_TAIL_TOP, r - 5) / horner8(Q_TAIL_BOTTOM, r - 5);
  return q < 0 ? -size : size;
}
