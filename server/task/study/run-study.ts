import type { StudySettings } from '../../contract/bench.schema.ts';
import type { KeyEffect } from '../../contract/key-effect.schema.ts';
import type { FormStudyReport, RescorePreviewReport } from '../../contract/study-report.ts';
import { type BuiltNorm, buildNorm, type NormSource, normSteps } from '../../domain/norm/build-norm.ts';
import type { KeyEffectSource } from '../../domain/panel/key-effect.ts';
import type { RescorePreviewSource } from '../../domain/rescore/rescore-preview.ts';
import type { GroupName } from '../../domain/study.ts';
import type { KeyedScale } from '../bench/key-file.ts';
import { adaptiveStudyReport, type Bank } from './adaptive-part.ts';
import { calibrationPart } from './calibration-part.ts';
import { difPart } from './dif-part.ts';
import { itemsPart } from './items-part.ts';
import { keyEffectPart } from './key-effect-part.ts';
import { rescorePreviewPart } from './rescore-preview-part.ts';

/** Everything a study of a form computes from; it crosses into the worker as it stands. */
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

/** What the thread is given: a study of a form, or what a decision waits for. */
export type StudyTask =
  | StudyInput
  | { readonly kind: 'norm'; readonly source: NormSource }
  | { readonly kind: 'key-effect'; readonly source: KeyEffectSource }
  | { readonly kind: 'rescore-preview'; readonly source: RescorePreviewSource };

/** What the thread gives back. A norm comes whole: it is kept apart from the report. */
export type StudyFinding =
  | FormStudyReport
  | { readonly kind: 'norm'; readonly built: BuiltNorm }
  | { readonly kind: 'key-effect'; readonly effect: KeyEffect }
  | RescorePreviewReport;

type Tell = (done: number, total: number) => void;

/** @param tell is called after each step with how many of how many are done. */
export function runStudy(task: StudyTask, tell: Tell): StudyFinding {
  switch (task.kind) {
    case 'norm':
      return { kind: 'norm', built: buildNorm(task.source, (done) => tell(done, normSteps)) };
    case 'key-effect':
      return { kind: 'key-effect', effect: keyEffectPart(task.source, tell) };
    case 'rescore-preview':
      return rescorePreviewPart(task.source, tell);
    case 'items':
      return itemsPart(task, tell);
    case 'calibration':
      return calibrationPart(task, tell);
    case 'dif':
      return difPart(task, tell);
    case 'adaptive':
      return adaptiveStudyReport(task, tell);
  }
}

export const stepsOf = (task: StudyTask): number => {
  if (task.kind === 'norm') return normSteps;
  if (task.kind === 'key-effect' || task.kind === 'rescore-preview') return Math.max(1, task.source.rows.length);
  return Math.max(1, task.kind === 'adaptive' ? task.banks.length : task.scales.length);
};
