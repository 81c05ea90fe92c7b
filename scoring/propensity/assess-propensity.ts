import type { Pathway } from '../../instruments/schema/propensity.schema.ts';
import { type CompositePart, scoreComposite } from '../composite/composite-index.ts';
import type { ScaleScore, Scores } from '../scores.ts';
import type { PropensityPlan } from './compile-propensity.ts';

/** It screens in. There is no third state, and none that could turn anybody away. */
export type PropensityState = 'invited-to-talk' | 'nothing-to-suggest';

/** `unknown`: not enough was answered, no norm applies, or the pupil has said nothing yet. `closed`: does not count yet. */
export type PathwayStatus = 'met' | 'not-met' | 'unknown' | 'closed';

/** What a pathway looked at: a T score or a mean answer, and what it had to reach. */
export interface PathwayEvidence {
  readonly scale: string;
  readonly unit: 't' | 'answers';
  readonly value: number | null;
  readonly atLeast: number;
}

export interface PathwayOutcome {
  readonly id: Pathway['id'];
  readonly status: PathwayStatus;
  readonly evidence: readonly PathwayEvidence[];
}

/**
 * The index with its uncertainty: T in the norm, Kelley's estimate of the true T with a 90 % band, and the probability that
 * the true T reaches the cut. It says how strong an inclination somebody reports. It is no probability of becoming a teacher.
 */
export interface PropensityIndex {
  readonly t: number;
  readonly trueT: number;
  readonly low: number;
  readonly high: number;
  readonly cutT: number;
  readonly atLeast: number;
  readonly reliability: number;
  readonly parts: readonly (CompositePart & { readonly group: string; readonly effectiveWeight: number })[];
}

/** `basis`: whether the pathways compared with a norm or with the answer scale. */
export interface Propensity {
  readonly table: string;
  readonly tableVersion: string;
  readonly state: PropensityState;
  readonly basis: 'norm' | 'answers';
  readonly index: PropensityIndex | null;
  readonly pathways: readonly PathwayOutcome[];
}

/**
 * `wish`: the pupil's own, null while nothing was said. `trusted` false: a repeat was offered because the answers may not
 * have been read; then only the wish can invite, and nothing is held against anybody.
 */
export interface PropensityCircumstances {
  readonly wish?: boolean | null;
  readonly trusted?: boolean;
}

export function assessPropensity(
  plan: PropensityPlan,
  scores: Pick<Scores, 'scales'>,
  { wish = null, trusted = true }: PropensityCircumstances = {},
): Propensity {
  const byScale = new Map(scores.scales.map((score) => [score.scale, score]));
  const index = indexOf(plan, byScale);
  const normed = plan.index !== null;
  const pathways = plan.table.pathways.map((pathway): PathwayOutcome => {
    const { id, kind, all = [], closed } = pathway;
    const evidence =
      kind === 'index' ? indexEvidence(plan, index) : all.map((one) => evidenceOf(one, byScale.get(one.scale), normed));
    if (closed !== undefined) return { id, status: 'closed', evidence };
    if (kind === 'wish') return { id, status: wish === null ? 'unknown' : wish ? 'met' : 'not-met', evidence };
    return { id, status: trusted ? statusOf(evidence) : 'unknown', evidence };
  });
  return {
    table: plan.table.id,
    tableVersion: plan.table.version,
    state: pathways.some(({ status }) => status === 'met') ? 'invited-to-talk' : 'nothing-to-suggest',
    basis: normed ? 'norm' : 'answers',
    index,
    pathways,
  };
}

type ByScale = ReadonlyMap<string, ScaleScore>;

function indexOf({ table, index }: PropensityPlan, byScale: ByScale): PropensityIndex | null {
  if (index === null) return null;
  const { model, cutT } = index;
  const means = Object.fromEntries(model.table.parts.map(({ scale }) => [scale, meanOf(byScale.get(scale))]));
  const composite = scoreComposite(model, means);
  if (composite.kind === 'insufficient') return null;
  const { t, trueT, low, high, atLeast, parts } = composite;
  return {
    t,
    trueT,
    low,
    high,
    cutT,
    atLeast: atLeast(cutT),
    reliability: model.reliability,
    parts: parts.map((part, place) => ({
      ...part,
      group: table.parts.find(({ scale }) => scale === part.scale)?.group ?? '',
      effectiveWeight: model.effectiveWeights[place] ?? 0,
    })),
  };
}

const meanOf = (score: ScaleScore | undefined): number | null => (score?.kind === 'scored' ? score.mean : null);

function indexEvidence({ index: plan }: PropensityPlan, index: PropensityIndex | null): PathwayEvidence[] {
  return plan === null ? [] : [{ scale: 'index', unit: 't', value: index?.t ?? null, atLeast: plan.cutT }];
}

function evidenceOf(
  { scale, answersAtLeast, tAtLeast }: NonNullable<Pathway['all']>[number],
  score: ScaleScore | undefined,
  normed: boolean,
): PathwayEvidence {
  const known = score?.kind === 'scored' ? score : null;
  return normed
    ? { scale, unit: 't', value: known?.t ?? null, atLeast: tAtLeast }
    : { scale, unit: 'answers', value: known?.mean ?? null, atLeast: answersAtLeast };
}

/** One threshold missed is a pathway not met, even where another is not known. */
function statusOf(evidence: readonly PathwayEvidence[]): PathwayStatus {
  if (evidence.some(({ value, atLeast }) => value !== null && value < atLeast)) return 'not-met';
  return evidence.length === 0 || evidence.some(({ value }) => value === null) ? 'unknown' : 'met';
}
