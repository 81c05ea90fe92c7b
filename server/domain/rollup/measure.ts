import type { StoredResult } from '../result.ts';
import { binsPerScale, type Figures, type MeasureFigures, noFigures, unitsPerPoint } from './figures.ts';

/**
 * What a report counts. A scale lies between `lowest` and `highest` and is cut into five equal bands; a category puts each
 * pupil into one of its classes, which are its bands. `within`: between which of its own
 * numbers a scale is told as a share, 0…1, of the way.
 */
export type Measure =
  | { kind: 'scale'; id: string; lowest: number; highest: number; step: number; within?: readonly [number, number] }
  | { kind: 'category'; id: string; of: 'invitation' | 'teaching' | 'field'; classes: readonly string[] };

export const bandsPerScale = 5;

/** Edges of a measure's bands, ascending, one more than there are bands; classes lie one apart. */
export function edgesOf(measure: Measure): number[] {
  if (measure.kind === 'category') return [...measure.classes, ''].map((_, index) => index - 0.5);
  const { lowest, highest } = measure;
  // Rounded, so that an edge such as 1.8 is the number one writes.
  return Array.from({ length: bandsPerScale + 1 }, (_, edge) =>
    Number((lowest + ((highest - lowest) * edge) / bandsPerScale).toFixed(9)),
  );
}

export const stepOf = (measure: Measure): number => (measure.kind === 'category' ? 1 : measure.step);

/** The results a group's figures come from: those who finished and have not taken their consent back. */
export type Counted = Pick<StoredResult, 'scales' | 'propensity' | 'fields' | 'quality'>;

/** What one result adds to the figures of its group. */
export function figuresOf(result: Counted, measures: readonly Measure[]): Figures {
  const scores = new Map(result.scales.map((score) => [score.scale, score]));
  const figures: Figures = { ...noFigures(), n: 1 };
  for (const measure of measures) {
    if (measure.kind === 'scale') {
      const score = scores.get(measure.id);
      if (score?.kind === 'scored') figures.measures[measure.id] = ofScale(toldMean(score.mean, measure), measure);
    } else {
      const at = measure.classes.indexOf(classOf(result, measure.of) ?? '');
      if (at !== -1) figures.measures[measure.id] = ofClass(at, measure.classes.length);
    }
  }
  return figures;
}

/** The class of the first-ranked field, or whether the pupil is invited to talk; null where nothing can be said. */
function classOf({ propensity, fields }: Counted, of: 'invitation' | 'teaching' | 'field'): string | null {
  if (of === 'invitation') return propensity?.state ?? null;
  const ranked = of === 'teaching' ? fields?.teaching : fields?.fields;
  return ranked?.find(({ rank }) => rank === 1)?.field ?? ranked?.[0]?.field ?? null;
}

/** A mean of a scale as reports tell it; what lies beyond is told as the end. */
export function toldMean(mean: number, { within }: Pick<Extract<Measure, { kind: 'scale' }>, 'within'>): number {
  if (within === undefined) return mean;
  const [from, to] = within;
  return Math.min(1, Math.max(0, (mean - from) / (to - from)));
}

function ofScale(mean: number, measure: Extract<Measure, { kind: 'scale' }>): MeasureFigures {
  const units = Math.round(mean * unitsPerPoint);
  const share = (mean - measure.lowest) / (measure.highest - measure.lowest);
  const bin = Math.min(binsPerScale, Math.max(0, Math.round(share * binsPerScale)));
  const bands = Array.from({ length: bandsPerScale }, () => 0);
  bands[bandOf(mean, edgesOf(measure))] = 1;
  return { n: 1, sum: units, squares: units * units, bands, bins: { [bin]: 1 } };
}

function ofClass(at: number, classes: number): MeasureFigures {
  const units = at * unitsPerPoint;
  const bands = Array.from({ length: classes }, (_, index) => (index === at ? 1 : 0));
  return { n: 1, sum: units, squares: units * units, bands, bins: {} };
}

/** 0…4; a value on an edge is in the upper band, the upper edge of the last band belongs to it. */
export function bandOf(value: number, edges: readonly number[]): number {
  const above = edges.findIndex((edge) => value < edge);
  return above === -1 ? edges.length - 2 : Math.max(0, above - 1);
}

/** The middle value as the exact histogram knows it, to a fortieth of the scale; null of nobody. */
export function medianOf({ n, bins }: MeasureFigures, measure: Extract<Measure, { kind: 'scale' }>): number | null {
  if (n === 0) return null;
  const ordered = Object.entries(bins).sort(([a], [b]) => Number(a) - Number(b));
  const at = (position: number): number => {
    let seen = 0;
    for (const [bin, count] of ordered) {
      seen += count;
      if (seen > position) return Number(bin);
    }
    return binsPerScale;
  };
  const middle = (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
  return measure.lowest + ((measure.highest - measure.lowest) * middle) / binsPerScale;
}
