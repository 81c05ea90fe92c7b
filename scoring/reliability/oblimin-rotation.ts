import { solve } from '../math/lu.ts';
import { at, identity, type Matrix, matrixOf, multiply, transpose } from '../math/matrix.ts';

export interface ObliqueRotation {
  /** Pattern loadings after rotation. */
  readonly pattern: Matrix;
  /** Correlations of the factors. */
  readonly phi: Matrix;
}

/** Quartimin: the overlap of squared loadings between factors, and its gradient (oblimin with γ = 0). */
function quartimin(l: Matrix): { value: number; gradient: Matrix } {
  const squares = matrixOf(l.rows, l.cols, (i, j) => at(l, i, j) ** 2);
  const others = matrixOf(l.rows, l.cols, (i, j) => {
    let sum = 0;
    for (let f = 0; f < l.cols; f += 1) if (f !== j) sum += at(squares, i, f);
    return sum;
  });
  const gradient = matrixOf(l.rows, l.cols, (i, j) => at(l, i, j) * at(others, i, j));
  return { value: squares.values.reduce((sum, s, c) => sum + s * (others.values[c] ?? 0), 0) / 4, gradient };
}

const columnsNormalised = (t: Matrix): Matrix => {
  const lengths = Array.from({ length: t.cols }, (_, j) => Math.sqrt(columnDot(t, t, j)));
  return matrixOf(t.rows, t.cols, (i, j) => at(t, i, j) / (lengths[j] ?? 1));
};

function columnDot(a: Matrix, b: Matrix, j: number): number {
  let sum = 0;
  for (let i = 0; i < a.rows; i += 1) sum += at(a, i, j) * at(b, i, j);
  return sum;
}

interface State {
  readonly t: Matrix;
  readonly pattern: Matrix;
  readonly value: number;
  /** Gradient on the manifold of unit columns, and its squared length. */
  readonly descent: Matrix;
  readonly slope: number;
}

function evaluate(a: Matrix, t: Matrix): State | null {
  const inverse = solve(t, identity(t.rows));
  if (inverse === null) return null;
  const pattern = multiply(a, transpose(inverse));
  const { value, gradient } = quartimin(pattern);
  const g = transpose(multiply(multiply(transpose(pattern), gradient), inverse));
  const free = matrixOf(t.rows, t.cols, (i, j) => -at(g, i, j));
  const descent = matrixOf(t.rows, t.cols, (i, j) => at(free, i, j) - at(t, i, j) * columnDot(t, free, j));
  return { t, pattern, value, descent, slope: descent.values.reduce((sum, d) => sum + d * d, 0) };
}

/**
 * Oblimin rotation (γ = 0, quartimin): turns correlated factors so that each item loads on as few as possible.
 *
 * Gradient projection of Jennrich 2002 (Psychometrika 67, 7–19), from the unrotated start, without Kaiser's
 * normalisation, as GPArotation does. A rotation criterion may have several minima; this finds the one downhill.
 */
export function obliminRotation(loadings: Matrix): ObliqueRotation {
  let state = evaluate(loadings, identity(loadings.cols));
  if (state === null || loadings.cols === 1) return { pattern: loadings, phi: identity(loadings.cols) };
  let step = 1;
  for (let turn = 0; turn < 2000 && Math.sqrt(state.slope) > 1e-8; turn += 1) {
    const next = downhill(loadings, state, 2 * step);
    if (next === null) break;
    [state, step] = [next.state, next.step];
  }
  return { pattern: state.pattern, phi: multiply(transpose(state.t), state.t) };
}

function downhill(a: Matrix, from: State, firstStep: number): { state: State; step: number } | null {
  for (let step = firstStep; step > 1e-12; step /= 2) {
    const moved = matrixOf(from.t.rows, from.t.cols, (i, j) => at(from.t, i, j) - step * at(from.descent, i, j));
    const state = evaluate(a, columnsNormalised(moved));
    if (state !== null && state.value < from.value - 0.5 * step * from.slope) return { state, step };
  }
  return null;
}
