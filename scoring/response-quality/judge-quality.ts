import type { QualityPlan } from './compile-quality.ts';
import type { QualityIndices } from './measure-quality.ts';
import { placeIn, type QualityReference } from './reference.ts';

/** What a flag is evidence of. Flags of one family count once when a repeat is weighed. */
export type QualityFamily = 'attention' | 'run' | 'consistency' | 'fit' | 'speed' | 'candour';

/** One reason to ask. `value` is the index, `cut` where it begins to count, both in the index's own unit. */
export interface QualityFlag {
  readonly flag:
    | 'attention'
    | 'long-run'
    | 'little-spread'
    | 'halves-differ'
    | 'synonyms-differ'
    | 'antonyms-agree'
    | 'repeats-differ'
    | 'unusual-profile'
    | 'answers-misfit'
    | 'order-misfit'
    | 'stopped-reading'
    | 'too-quick'
    | 'too-good';
  readonly family: QualityFamily;
  readonly value: number;
  readonly cut: number;
}

/**
 * `review`: read the flags before the scores; `repeat-offered`: the pupil may sit again. Nothing is deleted, and no flag
 * alone decides about anybody. `score` 0…100: the share of the reference sample whose answers speak at least as strongly for
 * careless answering, null without a sample.
 */
export interface QualityVerdict {
  readonly state: 'valid' | 'review' | 'repeat-offered';
  readonly score: number | null;
  readonly flags: readonly QualityFlag[];
}

/** `accommodated`: read aloud, extra time, a helper: how long answers took then says nothing. */
export interface SittingCircumstances {
  readonly accommodated?: boolean;
}

const ATTENTION_WRONG = 2;
const INDEPENDENT_FAMILIES = 3;
const WEIGHED: readonly QualityFamily[] = ['run', 'consistency', 'fit', 'speed'];

export function judgeQuality(
  plan: QualityPlan,
  indices: QualityIndices,
  { accommodated = false }: SittingCircumstances = {},
): QualityVerdict {
  const reference = plan.sharp?.reference ?? null;
  const flags = [
    ...attentionFlags(indices),
    ...runFlags(indices, reference),
    ...consistencyFlags(plan, indices, reference),
    ...(reference === null ? [] : fitFlags(indices, reference)),
    ...(accommodated ? [] : speedFlags(indices)),
    ...candourFlags(plan, indices, reference),
  ];
  const { suspicion } = indices;
  const rank = reference === null || suspicion === null ? null : placeIn(reference.quantiles.suspicion, suspicion);
  return { state: stateOf(flags), score: rank === null ? null : 100 * (1 - rank), flags };
}

function stateOf(flags: readonly QualityFlag[]): QualityVerdict['state'] {
  const families = new Set(flags.map(({ family }) => family));
  const independent = WEIGHED.filter((family) => families.has(family)).length;
  if (families.has('attention') || independent >= INDEPENDENT_FAMILIES) return 'repeat-offered';
  return flags.length > 0 ? 'review' : 'valid';
}

function when(flagged: boolean, flag: QualityFlag): QualityFlag[] {
  return flagged ? [flag] : [];
}

function attentionFlags({ attentionWrong: value }: QualityIndices): QualityFlag[] {
  return when(value >= ATTENTION_WRONG, { flag: 'attention', family: 'attention', value, cut: ATTENTION_WRONG });
}

/** A run as long as this is a run whatever the sample. */
const LONG_RUN = 10;

function runFlags({ runs }: QualityIndices, reference: QualityReference | null): QualityFlag[] {
  const { longest, blockShare, variability } = runs;
  const halfABlock = longest >= LONG_RUN && blockShare >= 0.5;
  const cut = reference === null ? LONG_RUN : Math.max(LONG_RUN, quantile(reference.quantiles.longString, 0.99));
  const rare = reference !== null && longest >= LONG_RUN && longest > quantile(reference.quantiles.longString, 0.99);
  const flat =
    reference !== null &&
    variability !== null &&
    placeIn(reference.quantiles.variability, variability) <= 0.03 &&
    placeIn(reference.quantiles.longString, longest) >= 0.95;
  return [
    ...when(halfABlock || rare, { flag: 'long-run', family: 'run', value: longest, cut }),
    ...when(flat || variability === 0, {
      flag: 'little-spread',
      family: 'run',
      value: variability ?? 0,
      cut: reference === null ? 0 : quantile(reference.quantiles.variability, 0.03),
    }),
  ];
}

/**
 * Published cuts; where a sample is known, an index must lie in its outer 2 % too: short forms are noisy for everybody. As
 * long as none is known, one index alone would flag every second honest pupil; then two must agree, and halves contradict.
 */
const EVEN_ODD = 0.3;
const EVEN_ODD_ALONE = 0;
const UNPLACED_AT_LEAST = 2;
const SYNONYMS = 0;
const ANTONYMS = -0.03;
const OUTER = 0.02;
/** Fewer repeated pairs than this say nothing. */
const ROUND_TRIPS = 8;
const CIRCLES = 5;

function consistencyFlags(
  { forced: plan }: QualityPlan,
  { evenOdd, synonyms, antonyms, forced }: QualityIndices,
  reference: QualityReference | null,
): QualityFlag[] {
  const low = (index: 'evenOdd' | 'synonyms', value: number): boolean =>
    reference === null || placeIn(reference.quantiles[index], value) <= OUTER;
  const high = (value: number): boolean =>
    reference === null || placeIn(reference.quantiles.antonyms, value) >= 1 - OUTER;
  const family = 'consistency';
  const repeats = forced !== null && plan !== null && forced.repeats >= ROUND_TRIPS ? forced : null;
  const halves = reference === null ? EVEN_ODD_ALONE : EVEN_ODD;
  const flags: QualityFlag[] = [
    ...when(evenOdd !== null && evenOdd < halves && low('evenOdd', evenOdd), {
      flag: 'halves-differ',
      family,
      value: evenOdd ?? 0,
      cut: halves,
    }),
    ...when(synonyms !== null && synonyms < SYNONYMS && low('synonyms', synonyms), {
      flag: 'synonyms-differ',
      family,
      value: synonyms ?? 0,
      cut: SYNONYMS,
    }),
    ...when(antonyms !== null && antonyms > ANTONYMS && high(antonyms), {
      flag: 'antonyms-agree',
      family,
      value: antonyms ?? 0,
      cut: ANTONYMS,
    }),
    // Half of the repeats agree by chance alone, and dice make as many circles as this; sincere people rarely do worse in both.
    ...when(repeats !== null && repeats.agreed < repeats.repeats / 2 && (repeats.circular ?? 0) >= CIRCLES, {
      flag: 'repeats-differ',
      family,
      value: repeats?.agreed ?? 0,
      cut: (repeats?.repeats ?? 0) / 2,
    }),
  ];
  return reference === null && flags.length < UNPLACED_AT_LEAST ? [] : flags;
}

function fitFlags(indices: QualityIndices, { quantiles }: QualityReference): QualityFlag[] {
  const { distance, rarity, fit, guttman, suspicion } = indices;
  const family = 'fit';
  const [far, misfit, disorder, careless] = [
    quantile(quantiles.distance, 0.99),
    quantile(quantiles.fit, 0.02),
    quantile(quantiles.guttman, 0.98),
    quantile(quantiles.suspicion, 0.96),
  ];
  return [
    ...when(distance !== null && distance > far && (rarity ?? 1) < 0.001, {
      flag: 'unusual-profile',
      family,
      value: distance ?? 0,
      cut: far,
    }),
    ...when(fit !== null && fit < Math.min(-1.64, misfit), {
      flag: 'answers-misfit',
      family,
      value: fit ?? 0,
      cut: Math.min(-1.64, misfit),
    }),
    ...when(guttman !== null && guttman > disorder, {
      flag: 'order-misfit',
      family,
      value: guttman ?? 0,
      cut: disorder,
    }),
    ...when(suspicion !== null && suspicion > careless, {
      flag: 'stopped-reading',
      family,
      value: suspicion ?? 0,
      cut: careless,
    }),
  ];
}

const QUICK_SHARE = 0.2;
const QUICK_PAGES = 2;

function speedFlags({ times }: QualityIndices): QualityFlag[] {
  if (times === null) return [];
  const quick = times.quickShare > QUICK_SHARE || times.quickPages >= QUICK_PAGES;
  return when(quick, { flag: 'too-quick', family: 'speed', value: times.quickShare, cut: QUICK_SHARE });
}

/** Without a sample: all but one of them. */
function candourFlags(
  { candour }: QualityPlan,
  { candour: value }: QualityIndices,
  reference: QualityReference | null,
) {
  if (candour.length === 0) return [];
  const cut = Math.max(2, reference === null ? candour.length - 1 : quantile(reference.quantiles.candour, 0.95) + 1);
  return when(value >= cut, { flag: 'too-good', family: 'candour', value, cut });
}

/** The value below which this share of the sample lies. */
function quantile(quantiles: readonly number[], share: number): number {
  return quantiles[Math.round(share * (quantiles.length - 1))] ?? Number.NaN;
}
