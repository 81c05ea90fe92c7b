import type { InstrumentText, ScaleText } from '../../instruments/schema/text.schema.ts';
import type { Plan, ScalePlan } from '../compile/plan.ts';
import { proportionAt, stanineAt } from '../norm/norm-table.ts';
import { anchorOf } from '../scale/anchor.ts';
import type { ScaleScore, ScoredScale, Scores } from '../scores.ts';
import { type Level, levelOfAnchor, levelOfStanine } from './level.ts';

/**
 * One scale in words.
 * - `basis`: `answers` compares with the answer scale («mostly like me»), `norm` with the people of the norm.
 * - `anchorWords`: the label of the answer scale nearest to the mean, null for scales without one.
 * - `spans`: the levels that the 90 % band touches; more than one means that the sentence could be another one as well.
 */
export interface ScaleInWords {
  readonly kind: 'described';
  readonly scale: string;
  readonly name: string;
  readonly about: string;
  readonly lowEnd: string;
  readonly highEnd: string;
  readonly basis: 'answers' | 'norm';
  readonly level: Level;
  readonly spans: readonly Level[];
  readonly sentence: string;
  readonly anchorWords: string | null;
  readonly score: ScoredScale;
}

/** A scale with too few answers is named, and nothing is said about the person. */
export interface ScaleWithoutWords {
  readonly kind: 'insufficient';
  readonly scale: string;
  readonly name: string;
  readonly about: string;
  readonly answered: number;
  readonly required: number;
}

export type ScaleDescription = ScaleInWords | ScaleWithoutWords;

/**
 * The profile in words, strengths first: described scales from the highest (T where a norm was applied, the place on the
 * answer scale where not; equal ones in the instrument's order), insufficient ones last. Only scales whose use is
 * `profile` are described: context, quality and group scales are nobody's portrait.
 * @throws RangeError when the text is of another instrument or lacks a scale
 */
export function describe(plan: Plan, scores: Scores, text: InstrumentText): ScaleDescription[] {
  if (text.instrument !== plan.instrument)
    throw new RangeError(`The text is for ${text.instrument}, not ${plan.instrument}`);
  const described = plan.scales.flatMap((scale, index) => {
    const score = scores.scales[index];
    return scale.declared.use === 'profile' && score !== undefined ? [describeScale(scale, score, text)] : [];
  });
  const plans = new Map(plan.scales.map((scale) => [scale.id, scale]));
  return described.sort((a, b) => standing(b, plans) - standing(a, plans));
}

/** Scales of one profile may have different ranges (1…5, shares): without T their place between their own ends counts. */
function standing(description: ScaleDescription, plans: ReadonlyMap<string, ScalePlan>): number {
  if (description.kind === 'insufficient') return Number.NEGATIVE_INFINITY;
  const { t, mean } = description.score;
  const plan = plans.get(description.scale);
  return t ?? (plan === undefined ? mean : (100 * (mean - plan.lowest)) / (plan.highest - plan.lowest));
}

function describeScale(plan: ScalePlan, score: ScaleScore, text: InstrumentText): ScaleDescription {
  const words = text.scales[plan.id];
  if (words === undefined) throw new RangeError(`The ${text.language} text of ${text.instrument} lacks ${plan.id}`);
  const { name, about } = words;
  if (score.kind === 'insufficient') {
    return { kind: 'insufficient', scale: plan.id, name, about, answered: score.answered, required: score.required };
  }
  return inWords(plan, score, words, text.formats[plan.format ?? '']?.labels ?? null);
}

function inWords(
  plan: ScalePlan,
  score: ScoredScale,
  words: ScaleText,
  labels: readonly string[] | null,
): ScaleInWords {
  const { name, about, lowEnd, highEnd } = words;
  const level = score.stanine === null ? levelOfAnchor(score.anchor) : levelOfStanine(score.stanine);
  return {
    kind: 'described',
    scale: plan.id,
    name,
    about,
    lowEnd,
    highEnd,
    basis: score.stanine === null ? 'answers' : 'norm',
    level,
    spans: spans(plan, score, level),
    sentence: words[level],
    anchorWords: labels?.length === 5 ? (labels[score.anchor - 1] ?? null) : null,
    score,
  };
}

const LEVELS: readonly Level[] = ['low', 'middle', 'high'];

function spans(plan: ScalePlan, score: ScoredScale, level: Level): Level[] {
  if (score.low === null || score.high === null) return [level];
  const from = LEVELS.indexOf(levelAt(plan, score, score.low));
  return LEVELS.slice(from, LEVELS.indexOf(levelAt(plan, score, score.high)) + 1);
}

/** The level a mean of this size would have had: raw scores are in proportion to means, so the norm can be asked too. */
function levelAt({ norm, lowest, highest }: ScalePlan, { raw, mean, stanine }: ScoredScale, at: number): Level {
  if (norm === null || stanine === null || mean === 0) return levelOfAnchor(anchorOf(at, { lowest, highest }));
  return levelOfStanine(stanineAt(proportionAt(norm, (raw / mean) * at)));
}
