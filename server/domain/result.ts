import {
  type AdaptiveLine,
  type AdaptiveState,
  adaptiveScore,
  assessPropensity,
  followAdaptive,
  matchFields,
  type Plan,
  type Propensity,
  type ScaleScore,
  type Scores,
  score,
  topFields,
} from '../../scoring/index.ts';
import type { Analysis } from './analysis.ts';
import type { StoredAnswer } from './batch.ts';
import type { Language } from './language.ts';
import { type JudgedSitting, qualityOf, type StoredQuality } from './sitting-quality.ts';

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

/** One field of work that fits: its place among fields (or among teaching subjects), and what of the profile speaks for it. */
export type StoredField = { field: string; rank: number; because: string[] };

/** `distinct` false: nothing in the profile stands out, and the order says little. */
export type StoredFields = {
  careersVersion: string;
  distinct: boolean;
  fields: StoredField[];
  teaching: StoredField[];
};

/**
 * How a scale was asked adaptively, followed anew from the answers, the seed and the bank: every step, with what it rested on.
 * `bank`: its size; `reason` null: the pupil handed in before the test had ended; `aside`: answers that are not on this way.
 */
export type StoredAdaptive = Pick<AdaptiveState, 'mode' | 'reason' | 'theta' | 'se'> & {
  scale: string;
  bank: number;
  trace: AdaptiveLine[];
  aside: string[];
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
  /** Absent from results of engine 1.0, which did not look at it. */
  quality?: StoredQuality;
  /** Without the pupil's wish, which may change any day and is added when it is read. Null where the form has no index. */
  propensity?: Propensity | null;
  /** Null where the form does not ask for interests, or too few were answered. */
  fields?: StoredFields | null;
  /** Null or absent: everybody was asked everything. */
  adaptive?: StoredAdaptive | null;
  origin: 'person' | 'paper' | 'replay' | 'simulated';
  submittedAt: Date;
  computedAt: Date;
};

export type ScoredSitting = JudgedSitting & { language: Language; submittedAt: Date };

/** The answers scoring takes: an answer taken back is a missing one. */
export function answersOf(stored: Readonly<Record<string, StoredAnswer>>): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const [item, { value }] of Object.entries(stored)) if (value !== null) answers[item] = value;
  return answers;
}

/** The scales alone. */
export const scoresOf = (plan: Plan, stored: Readonly<Record<string, StoredAnswer>>): Scores =>
  score(plan, answersOf(stored));

/** Scores a submitted sitting. `analysis` decides which norm and reference, if any, are applied. */
export function deriveResult(
  sitting: ScoredSitting,
  standing: Standing,
  analysis: Analysis,
  computedAt: Date,
): StoredResult {
  const adaptive = adaptiveOf(analysis, sitting);
  const scores = withAdaptive(scoresOf(analysis.plan, sitting.answers), adaptive?.score ?? null);
  const quality = qualityOf(analysis.quality, sitting);
  const { propensity, careers } = analysis;
  return {
    ...standing,
    language: sitting.language,
    instrument: scores.instrument,
    instrumentVersion: scores.instrumentVersion,
    engineVersion: scores.engineVersion,
    normId: scores.normId,
    normVersion: scores.normVersion,
    scales: [...scores.scales],
    quality,
    propensity:
      propensity === null
        ? null
        : assessPropensity(propensity, scores, { trusted: quality.state !== 'repeat-offered' }),
    fields: careers === null ? null : fieldsOf(careers, scores),
    ...(adaptive === null ? {} : { adaptive: adaptive.stored }),
    origin: sitting.origin,
    submittedAt: sitting.submittedAt,
    computedAt,
  };
}

/** On paper everything was asked: nothing is followed there. */
function adaptiveOf({ adaptive: form, plan }: Analysis, { answers, seed, origin }: ScoredSitting) {
  if (form === null || origin === 'paper') return null;
  const state = followAdaptive(form, seed, answersOf(answers));
  const { mode, reason, theta, se, trace, aside } = state;
  const stored: StoredAdaptive = {
    mode,
    reason,
    theta,
    se,
    scale: form.scale,
    bank: form.items.length,
    trace: [...trace],
    aside: [...aside],
  };
  const scale = plan.scales.find(({ id }) => id === form.scale);
  return { stored, score: adaptiveScore(form, state, scale?.adaptiveNorm === true ? scale.norm : null) };
}

const withAdaptive = (scores: Scores, score: ScaleScore | null): Scores =>
  score === null
    ? scores
    : { ...scores, scales: scores.scales.map((one) => (one.scale === score.scale ? score : one)) };

const mostFields = 5;
const mostTeaching = 3;

function fieldsOf(
  careers: NonNullable<Analysis['careers']>,
  scores: { scales: readonly ScaleScore[] },
): StoredFields | null {
  const fits = matchFields(careers, scores);
  if (fits.kind === 'insufficient') return null;
  const kept = (all: typeof fits.fields, most: number): StoredField[] =>
    topFields(all, most)
      .slice(0, 2 * most)
      .map(({ field, rank, because }) => ({ field, rank, because: [...because] }));
  return {
    careersVersion: fits.careersVersion,
    distinct: fits.distinct,
    fields: kept(fits.fields, mostFields),
    teaching: kept(fits.teaching, mostTeaching),
  };
}
