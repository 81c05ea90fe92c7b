import { cholesky, choleskySolve } from '../math/cholesky.ts';
import type { Matrix } from '../math/matrix.ts';
import { itemPrior } from './item-prior.ts';
import { itemParameters, type MarginalModel, type MarginalPoint } from './marginal-model.ts';

/** The slope of the objective, and the M-step's Newton step for any gradient. */
export interface NewtonMetric {
  readonly gradient: Float64Array;
  /** Complete-data information inverse times a vector: exact blocks per item (and the shared slope, where there is one). */
  readonly solve: (vector: Float64Array) => Float64Array;
}

interface ItemBlock {
  readonly places: readonly number[];
  readonly information: Float64Array;
}

/** A triangle of the block; a ridge is added until there is one (an item with hardly any answers). */
function triangleOf(size: number, information: Float64Array): Matrix {
  const scale = Math.max(1e-8, ...Array.from({ length: size }, (_, i) => information[i * size + i] ?? 0));
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-8 : ridge * 100) {
    const values = information.map((v, cell) => (cell % (size + 1) === 0 ? v + ridge * scale : v));
    const triangle = cholesky({ rows: size, cols: size, values });
    if (triangle !== null) return triangle;
    if (ridge > 1e6) throw new RangeError('an item has no usable information');
  }
}

/** Own slopes: each item's block by itself. */
function blockwise(blocks: readonly ItemBlock[]): NewtonMetric['solve'] {
  const triangles = blocks.map(({ places, information }) => triangleOf(places.length, information));
  return (vector) => {
    const out = new Float64Array(vector.length);
    for (const [i, { places }] of blocks.entries()) {
      const triangle = triangles[i];
      if (triangle === undefined) continue;
      const step = choleskySolve(
        triangle,
        places.map((p) => vector[p] ?? 0),
      );
      for (const [j, place] of places.entries()) out[place] = step[j] ?? 0;
    }
    return out;
  };
}

/** One slope for all: intercepts are eliminated item by item (Schur complement), then the slope, then put back. */
function arrow(blocks: readonly ItemBlock[]): NewtonMetric['solve'] {
  const parts = blocks.map(({ places, information }) => {
    const m = places.length;
    const inner = new Float64Array((m - 1) * (m - 1));
    for (let i = 1; i < m; i += 1)
      for (let j = 1; j < m; j += 1) inner[(i - 1) * (m - 1) + j - 1] = information[i * m + j] ?? 0;
    const triangle = triangleOf(m - 1, inner);
    const border = information.slice(1, m);
    return {
      places: places.slice(1),
      border,
      triangle,
      reduced: choleskySolve(triangle, border),
      corner: information[0] ?? 0,
    };
  });
  const dot = (a: Float64Array, b: ArrayLike<number>): number => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);
  const pivot = parts.reduce((sum, p) => sum + p.corner - dot(p.border, p.reduced), 0);
  return (vector) => {
    const out = new Float64Array(vector.length);
    const inner = parts.map((p) =>
      choleskySolve(
        p.triangle,
        p.places.map((place) => vector[place] ?? 0),
      ),
    );
    const top = parts.reduce((sum, p, i) => sum - dot(p.border, inner[i] ?? []), vector[0] ?? 0);
    const slope = top / Math.max(pivot, 1e-12);
    out[0] = slope;
    for (const [i, p] of parts.entries()) {
      for (const [j, place] of p.places.entries()) out[place] = (inner[i]?.[j] ?? 0) - slope * (p.reduced[j] ?? 0);
    }
    return out;
  };
}

/**
 * Gradient of the penalised marginal likelihood at a point and the metric of one M-step there.
 *
 * By Fisher's identity the gradient of the marginal likelihood is that of the expected complete-data likelihood, so no
 * further pass over the data is needed.
 */
export function newtonMetric(model: MarginalModel, point: MarginalPoint): NewtonMetric {
  const gradient = new Float64Array(point.x.length);
  const blocks = model.places.map((places, i): ItemBlock => {
    const family = model.families[i];
    if (family === undefined) throw new RangeError('one family per item');
    const parameters = itemParameters(point.x, places);
    const data = family.derivatives(parameters, point.counts[i] ?? new Float64Array(0), model.run.grid);
    const prior = itemPrior(family, parameters, model.prior);
    for (const [j, place] of places.entries()) {
      gradient[place] = (gradient[place] ?? 0) + (data.gradient[j] ?? 0) + (prior.gradient[j] ?? 0);
    }
    return { places, information: data.information.map((v, c) => v + (prior.information[c] ?? 0)) };
  });
  return { gradient, solve: model.sharedSlope ? arrow(blocks) : blockwise(blocks) };
}
