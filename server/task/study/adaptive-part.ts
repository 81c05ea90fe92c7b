import type { AdaptiveStudyReport, CalibratedFigures, Way } from '../../contract/study-report.ts';
import { simulateAdaptive } from '../bench/adaptive-simulation.ts';
import type { StudyInput } from './run-study.ts';

export interface Bank {
  readonly scale: string;
  readonly variance: number;
  readonly items: readonly CalibratedFigures[];
}

export function adaptiveStudyReport(
  { banks, settings }: StudyInput,
  tell: (done: number, total: number) => void,
): AdaptiveStudyReport {
  const scales = banks.map(({ scale, items, variance }, at) => {
    const maxItems = Math.min(settings.maxItems ?? Math.max(4, Math.ceil(items.length / 2)), items.length);
    const report = simulateAdaptive(
      { items, sd: Math.sqrt(variance) },
      {
        persons: settings.persons ?? 500,
        seed: settings.seed,
        minItems: Math.min(3, maxItems),
        maxItems,
        targetSe: settings.targetSe ?? null,
        cut: null,
        randomesque: 5,
        rMax: null,
      },
    );
    tell(at + 1, banks.length);
    return {
      scale,
      bank: report.bank,
      persons: report.persons,
      full: way(report.full),
      adaptive: way(report.adaptive),
      fixed: way(report.fixed),
      advice: report.advice,
      form: report.fixedFormOfLength,
      highestExposure: report.highestExposure,
    };
  });
  return { kind: 'adaptive', scales };
}

const way = ({ items, rmse, ratio, r }: Way): Way => ({ items, rmse, ratio, r });
