import type { StudySettings } from '../../contract/bench.schema.ts';
import type { StudyReport } from '../../contract/study-report.ts';
import type { GroupName } from '../../domain/study.ts';
import type { KeyedScale } from '../bench/key-file.ts';
import { adaptiveStudyReport, type Bank } from './adaptive-part.ts';
import { calibrationPart } from './calibration-part.ts';
import { difPart } from './dif-part.ts';
import { itemsPart } from './items-part.ts';

/** Everything a study computes from; it crosses into the worker as it stands. */
export interface StudyInput {
  readonly kind: 'items' | 'calibration' | 'dif' | 'adaptive';
  readonly items: readonly string[];
  readonly n: number;
  readonly values: Float64Array;
  readonly times: Float64Array | null;
  readonly groups: Partial<Record<GroupName, string[]>>;
  /** Whether a talk was suggested, row by row, where the form suggests one. */
  readonly invited?: readonly boolean[];
  /** Scales with their keys, items that were dropped left out. */
  readonly scales: readonly KeyedScale[];
  readonly settings: StudySettings;
  /** Of an adaptive study: the calibrated scales. */
  readonly banks: readonly Bank[];
}

/** @param tell is called after each step with how many of how many are done. */
export function runStudy(input: StudyInput, tell: (done: number, total: number) => void): StudyReport {
  if (input.kind === 'items') return itemsPart(input, tell);
  if (input.kind === 'calibration') return calibrationPart(input, tell);
  return input.kind === 'dif' ? difPart(input, tell) : adaptiveStudyReport(input, tell);
}
