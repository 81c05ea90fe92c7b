import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { ShownCell } from './place-tree.ts';

/** The five equal parts of the answer scale 1–5. */
const edges = [1, 1.8, 2.6, 3.4, 4.2, 5] as const;

/** `1–1.8`, `1.8–2.6` … in the language's form of numbers. */
export const bandLabels = (): string[] =>
  edges.slice(1).map((edge, index) => `${edgeWords(edges[index] ?? 1)}–${edgeWords(edge)}`);

const edgeWords = (edge: number): string => formatNumber(edge, Number.isInteger(edge) ? 0 : 1);

/** The columns in one sentence, for whoever hears the chart. */
export function bandWords({ histogram }: ShownCell): string {
  const labels = bandLabels();
  return histogram.map((count, band) => `${labels[band]}: ${countWords(count)}`).join('; ');
}

/** A count as it may be told: what is hidden is never 0 and never «no data». */
export const countWords = (count: number | null): string => (count === null ? m.hidden_cell() : formatNumber(count));
