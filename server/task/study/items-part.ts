import type { ItemsReport } from '../../contract/study-report.ts';
import { scaleAnswers } from '../bench/keyed-scales.ts';
import { analyseScale } from '../bench/scale-analysis.ts';
import type { StudyInput } from './run-study.ts';

export function itemsPart(input: StudyInput, tell: (done: number, total: number) => void): ItemsReport {
  const { items, n, values, scales, settings } = input;
  const matrix = { n, k: items.length, values };
  const times = timesByItem(input);
  const found = scales.map((scale, at) => {
    const report = analyseScale(scaleAnswers(matrix, items, scale), { seed: settings.seed, times });
    tell(at + 1, scales.length);
    return report;
  });
  return { kind: 'items', scales: found };
}

function timesByItem({ items, n, times }: StudyInput): Map<string, Float64Array> {
  if (times === null) return new Map();
  const k = items.length;
  return new Map(
    items.map((item, column) => [
      item,
      Float64Array.from({ length: n }, (_, row) => times[row * k + column] ?? Number.NaN),
    ]),
  );
}
