import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { ShownCell } from './place-tree.ts';

/** The ends of a scale as a report names them; the first reports named none and counted answers from 1 to 5. */
export type ScaleEnds = { lowest?: number; highest?: number };

export const endsOf = ({ lowest = 1, highest = 5 }: ScaleEnds) => ({ lowest, highest });

/** The five equal parts of a scale, `1–1.8`, `1.8–2.6` …, in the language's form of numbers. */
export function bandLabels(scale: ScaleEnds): string[] {
  const { lowest, highest } = endsOf(scale);
  const edge = (index: number): number => Number((lowest + ((highest - lowest) * index) / 5).toFixed(9));
  return [0, 1, 2, 3, 4].map((index) => `${edgeWords(edge(index))}–${edgeWords(edge(index + 1))}`);
}

const edgeWords = (edge: number): string => formatNumber(edge, Number.isInteger(edge) ? 0 : 1);

/** The columns in one sentence, for whoever hears the chart. */
export function bandWords({ histogram }: ShownCell, scale: ScaleEnds): string {
  const labels = bandLabels(scale);
  return histogram.map((count, band) => `${labels[band]}: ${countWords(count)}`).join('; ');
}

/** A count as it may be told: what is hidden is never 0 and never «no data». */
export const countWords = (count: number | null): string => (count === null ? m.hidden_cell() : formatNumber(count));
