/** What a root finder needs: where the function changes sign, and how near to come. */
export interface RootBracket {
  readonly low: number;
  readonly high: number;
  readonly tolerance?: number;
}

/** One step of Brent's method: secant where it behaves, bisection where it does not. */
function nextPoint(a: number, b: number, fa: number, fb: number): number {
  const secant = b - (fb * (b - a)) / (fb - fa);
  const middle = (a + b) / 2;
  const between = (secant - middle) * (secant - b) < 0;
  return between && Number.isFinite(secant) ? secant : middle;
}

/**
 * The point where `f` crosses zero between `low` and `high`, by safeguarded secant steps: every second step at the
 * latest is a bisection, so it always ends.
 *
 * @returns null when f has the same sign at both ends (there may be no root).
 * @example findRoot((x) => x * x - 2, { low: 0, high: 2 }) // 1.4142135623730951
 */
export function findRoot(f: (x: number) => number, bracket: RootBracket): number | null {
  const tolerance = bracket.tolerance ?? 1e-14;
  let [a, b] = [bracket.low, bracket.high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return null;
  for (let step = 0; step < 400; step += 1) {
    if (Math.abs(fa) < Math.abs(fb)) [a, b, fa, fb] = [b, a, fb, fa];
    if (Math.abs(b - a) <= tolerance * Math.max(1, Math.abs(b))) break;
    const x = step % 2 === 0 ? nextPoint(a, b, fa, fb) : (a + b) / 2;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx * fb < 0) [a, fa] = [b, fb];
    [b, fb] = [x, fx];
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}
