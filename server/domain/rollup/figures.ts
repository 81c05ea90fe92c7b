/** Sums over the pupils of a group who have a value on one measure. Whole numbers only: adding them is exact in any order. */
export type MeasureFigures = {
  n: number;
  /** Sum of the values, in `unitsPerPoint`ths of a point. */
  sum: number;
  /** Sum of the squared values, in the square of that unit. */
  squares: number;
  /** Pupils per band of the report. */
  bands: number[];
  /** Pupils per fortieth of the scale, by its number; those without anybody are left out. Medians come from here. */
  bins: Record<string, number>;
};

/** What a group of pupils adds up to. Groups that share nobody may be added. */
export type Figures = { n: number; measures: Record<string, MeasureFigures> };

/** The least common multiple of 1…12: the mean of up to twelve answered items is a whole number of these. */
export const unitsPerPoint = 27_720;
/** Bins of the exact histogram. */
export const binsPerScale = 40;

export const noFigures = (): Figures => ({ n: 0, measures: {} });

/** The sum of two groups; `factor` −1: the first without the second. A measure that nobody is left on disappears. */
export function addFigures(a: Figures, b: Figures, factor: 1 | -1 = 1): Figures {
  const measures: Record<string, MeasureFigures> = {};
  for (const id of [...new Set([...Object.keys(a.measures), ...Object.keys(b.measures)])].sort()) {
    const sum = addMeasure(a.measures[id], b.measures[id], factor);
    if (!isEmpty(sum)) measures[id] = sum;
  }
  return { n: a.n + factor * b.n, measures };
}

export const sumFigures = (all: Iterable<Figures>): Figures => {
  const sum = noFigures();
  for (const one of all) includeFigures(sum, one);
  return sum;
};

/** Adds a group to `into`, in place: the way through hundreds of thousands. */
export function includeFigures(into: Figures, more: Figures): void {
  into.n += more.n;
  for (const [id, { n, sum, squares, bands, bins }] of Object.entries(more.measures)) {
    const held = into.measures[id] ?? { n: 0, sum: 0, squares: 0, bands: bands.map(() => 0), bins: {} };
    into.measures[id] = held;
    held.n += n;
    held.sum += sum;
    held.squares += squares;
    for (const [band, count] of bands.entries()) held.bands[band] = (held.bands[band] ?? 0) + count;
    for (const [bin, count] of Object.entries(bins)) held.bins[bin] = (held.bins[bin] ?? 0) + count;
  }
}

/** To the last digit, in whatever order the measures stand. */
export const sameFigures = (a: Figures, b: Figures): boolean => {
  const { n, measures } = addFigures(a, b, -1);
  return n === 0 && Object.keys(measures).length === 0;
};

const none: MeasureFigures = { n: 0, sum: 0, squares: 0, bands: [], bins: {} };

function addMeasure(a: MeasureFigures = none, b: MeasureFigures = none, factor: 1 | -1): MeasureFigures {
  const bins: Record<string, number> = {};
  for (const bin of [...new Set([...Object.keys(a.bins), ...Object.keys(b.bins)])].sort((x, y) => +x - +y)) {
    const count = (a.bins[bin] ?? 0) + factor * (b.bins[bin] ?? 0);
    if (count !== 0) bins[bin] = count;
  }
  return {
    n: a.n + factor * b.n,
    sum: a.sum + factor * b.sum,
    squares: a.squares + factor * b.squares,
    bands: Array.from(
      { length: Math.max(a.bands.length, b.bands.length) },
      (_, band) => (a.bands[band] ?? 0) + factor * (b.bands[band] ?? 0),
    ),
    bins,
  };
}

const isEmpty = ({ n, sum, squares, bands, bins }: MeasureFigures): boolean =>
  n === 0 && sum === 0 && squares === 0 && bands.every((count) => count === 0) && Object.keys(bins).length === 0;
