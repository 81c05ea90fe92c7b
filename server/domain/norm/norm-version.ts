import type { NormSet } from '../../../instruments/schema/norms.schema.ts';
import { LEAST_NORM, type QualityReference, type ScaleComparison } from '../../../scoring/index.ts';
import type { Language } from '../language.ts';
import type { NamedDecision } from '../named-decision.ts';
import { Problem } from '../problem.ts';

/** `draft`: built, applied to nobody. `superseded`: a later norm of the same campaign and language took its place. */
export type NormState = 'draft' | 'published' | 'superseded' | 'withdrawn';

/** The sittings a norm came from: how many were handed in, how many of those were valid, how many were used. */
export type NormSample = { submitted: number; valid: number; used: number };

/** What a preview tells beside the figures of the scales. Shares are of the sample; null for a form without an index. */
export type NormEffect = { invitedBefore: number; invitedAfter: number; byIndexAfter: number };

/**
 * A norm of one campaign in one language, with all it takes to trace it. It is never changed once built, only decided on: a
 * result names it by `set.id` and `set.version`, and can be explained as long as it is kept.
 */
export type NormVersion = {
  _id: string;
  campaign: string;
  language: Language;
  number: number;
  demo: boolean;
  state: NormState;
  set: NormSet;
  /** What the sharper indices of response quality compare with, from the same sittings. */
  reference: QualityReference;
  sample: NormSample;
  /** The norm that was in force when this one was built, and what changes against it. */
  against: string | null;
  comparison: ScaleComparison[];
  effect: NormEffect | null;
  built: Omit<NamedDecision, 'reason'>;
  /** The study of the bench that it was built by; absent where a command line built it. */
  study?: string;
  published: NamedDecision | null;
  withdrawn: NamedDecision | null;
  supersededAt: Date | null;
};

/** Valid sittings in a language that a campaign's own norm needs. */
export const leastSittings = LEAST_NORM;

/** The population a school's pupil belongs to: grade 9 in Kazakhstan. A norm counts only where it was made on it. */
export const schoolPopulation = 'kz-grade-9';

/** Id of a norm set: lower case letters, digits and dashes, as in `norms.json`. */
export const normSetId = (campaign: string, language: Language): string =>
  `${campaign.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${language}`;

export const normVersionId = (setId: string, number: number): string => `${setId}-${number}`;

/** Where the norm version stands that a result names; null for a norm that came with its instrument. */
export function versionNamed(named: { normId: string | null; normVersion: string | null }): string | null {
  const number = /^([1-9]\d{0,5})\.0\.0$/.exec(named.normVersion ?? '')?.[1];
  return named.normId === null || number === undefined ? null : normVersionId(named.normId, Number(number));
}

/** Throws unless there are enough valid sittings to build a norm from. */
export function demandEnough(valid: number): void {
  if (valid < leastSittings) throw new Problem('norm-too-small', { detail: `${valid} < ${leastSittings}` });
}

/** Throws unless this norm may be published: built, not decided on yet, and with enough people. */
export function demandPublishable({ state, set }: Pick<NormVersion, 'state' | 'set'>): void {
  if (state !== 'draft') throw new Problem('norm-decided');
  demandEnough(set.n);
}

export function demandWithdrawable({ state }: Pick<NormVersion, 'state'>): void {
  if (state !== 'published') throw new Problem('norm-decided');
}
