import { type Plan, type ScaleScore, score } from '../../scoring/index.ts';
import type { StoredAnswer } from './batch.ts';
import type { Language } from './language.ts';

/** Whose sitting it was, without a name. */
export type Standing = {
  pid: string;
  campaign: string;
  school: string;
  district: string;
  region: string;
  locality: 'rural' | 'urban';
  sex: 'female' | 'male' | 'undisclosed';
};

/** A derived result with every version it rests on; it can be made again from the sitting at any time. */
export type StoredResult = Standing & {
  language: Language;
  instrument: string;
  instrumentVersion: string;
  engineVersion: string;
  normId: string | null;
  normVersion: string | null;
  scales: ScaleScore[];
  origin: 'person' | 'replay' | 'simulated';
  submittedAt: Date;
  computedAt: Date;
};

/** The answers scoring takes: an answer taken back is a missing one. */
export function answersOf(stored: Readonly<Record<string, StoredAnswer>>): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const [item, { value }] of Object.entries(stored)) if (value !== null) answers[item] = value;
  return answers;
}

/** Scores a submitted sitting. `plan` decides which norm, if any, is applied. */
export function deriveResult(
  sitting: {
    answers: Readonly<Record<string, StoredAnswer>>;
    language: Language;
    origin: StoredResult['origin'];
    submittedAt: Date;
  },
  standing: Standing,
  plan: Plan,
  computedAt: Date,
): StoredResult {
  const scores = score(plan, answersOf(sitting.answers));
  return {
    ...standing,
    language: sitting.language,
    instrument: scores.instrument,
    instrumentVersion: scores.instrumentVersion,
    engineVersion: scores.engineVersion,
    normId: scores.normId,
    normVersion: scores.normVersion,
    scales: [...scores.scales],
    origin: sitting.origin,
    submittedAt: sitting.submittedAt,
    computedAt,
  };
}
