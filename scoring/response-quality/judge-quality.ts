import type { QualityPlan, SharpPlan } from './compile-quality.ts';
import type { QualityIndices } from './measure-quality.ts';
import { type PlacedIndex, placeIn, type QualityReference } from './reference.ts';

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
  { accommodated = false }: SittingCircumstances = ORDINARY,
): QualityVerdict {
  const { sharp } = plan;
  const reference = sharp?.reference ?? null;
  const flags: QualityFlag[] = [];
  addAttention(flags, indices);
  addRuns(flags, indices, reference);
  addConsistency(flags, plan, indices, reference);
  if (sharp !== null) addFit(flags, indices, sharp);
  if (!accommodated) addSpeed(flags, indices);
  addCandour(flags, plan, indices, reference);
  const { suspicion } = indices;
  const rank = reference === null || suspicion === null ? null : placeIn(reference.quantiles.suspicion, suspicion);
  return { state: stateOf(flags), score: rank === null ? null : 100 * (1 - rank), flags };
}

const ORDINARY: SittingCircumstances = {};

function stateOf(flags: readonly QualityFlag[]): QualityVerdict['state'] {
  if (flags.length === 0) return 'valid';
  const families = new Set(flags.map(({ family }) => family));
  const independent = WEIGHED.filter((family) => families.has(family)).length;
  return families.has('attention') || independent >= INDEPENDENT_FAMILIES ? 'repeat-offered' : 'review';
}

function addAttention(flags: QualityFlag[], { attentionWrong: value }: QualityIndices): void {
  if (value >= ATTENTION_WRONG) flags.push({ flag: 'attention', family: 'attention', value, cut: ATTENTION_WRONG });
}

/** No shorter run counts. One that takes up half of its block counts whatever the sample; it has to be the same run. */
const LONG_RUN = 10;

function addRuns(flags: QualityFlag[], { runs }: QualityIndices, reference: QualityReference | null): void {
  const { longest, blockRun, variability } = runs;
  const rareRun = reference === null ? Number.POSITIVE_INFINITY : quantile(reference.quantiles.longString, 0.99);
  const fillsBlock = blockRun >= LONG_RUN;
  if (fillsBlock || (longest >= LONG_RUN && longest > rareRun)) {
    const cut = fillsBlock ? LONG_RUN : Math.max(LONG_RUN, rareRun);
    flags.push({ flag: 'long-run', family: 'run', value: longest, cut });
  }
  if (variability === 0 || (reference !== null && variability !== null && isFlat(reference, variability, longest))) {
    const cut = reference === null ? 0 : quantile(reference.quantiles.variability, 0.03);
    flags.push({ flag: 'little-spread', family: 'run', value: variability, cut });
  }
}

function isFlat({ quantiles }: QualityReference, variability: number, longest: number): boolean {
  return placeIn(quantiles.variability, variability) <= 0.03 && placeIn(quantiles.longString, longest) >= 0.95;
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
/** A correlation of nothing can come out as −1e−17: that is not below 0. */
const ROUNDING = 1e-9;
/** Fewer repeated pairs than this say nothing. */
const ROUND_TRIPS = 8;
const CIRCLES = 5;

function addConsistency(
  flags: QualityFlag[],
  { forced: plan }: QualityPlan,
  { evenOdd, synonyms, antonyms, forced }: QualityIndices,
  reference: QualityReference | null,
): void {
  const family = 'consistency';
  const before = flags.length;
  const halves = reference === null ? EVEN_ODD_ALONE : EVEN_ODD;
  if (evenOdd !== null && evenOdd < halves - ROUNDING && isLow(reference, 'evenOdd', evenOdd)) {
    flags.push({ flag: 'halves-differ', family, value: evenOdd, cut: halves });
  }
  if (synonyms !== null && synonyms < SYNONYMS - ROUNDING && isLow(reference, 'synonyms', synonyms)) {
    flags.push({ flag: 'synonyms-differ', family, value: synonyms, cut: SYNONYMS });
  }
  if (antonyms !== null && antonyms > ANTONYMS && isHigh(reference, 'antonyms', antonyms)) {
    flags.push({ flag: 'antonyms-agree', family, value: antonyms, cut: ANTONYMS });
  }
  // Half of the repeats agree by chance alone, and dice make as many circles as this; sincere people rarely do worse in both.
  const repeated = forced !== null && plan !== null && forced.repeats >= ROUND_TRIPS;
  if (repeated && forced.agreed < forced.repeats / 2 && (forced.circular ?? 0) >= CIRCLES) {
    flags.push({ flag: 'repeats-differ', family, value: forced.agreed, cut: forced.repeats / 2 });
  }
  if (reference === null && flags.length - before < UNPLACED_AT_LEAST) flags.length = before;
}

/** Whether a value is in the lowest part of the sample; so is every value where no sample is known. */
function isLow(reference: QualityReference | null, index: PlacedIndex, value: number): boolean {
  return reference === null || placeIn(reference.quantiles[index], value) <= OUTER;
}

function isHigh(reference: QualityReference | null, index: PlacedIndex, value: number): boolean {
  return reference === null || placeIn(reference.quantiles[index], value) >= 1 - OUTER;
}

function addFit(flags: QualityFlag[], indices: QualityIndices, { reference, suspicionCut }: SharpPlan): void {
  const { quantiles } = reference;
  const { distance, rarity, fit, guttman, suspicion } = indices;
  const family = 'fit';
  const far = quantile(quantiles.distance, 0.99);
  if (distance !== null && distance > far && (rarity ?? 1) < 0.001) {
    flags.push({ flag: 'unusual-profile', family, value: distance, cut: far });
  }
  const misfit = Math.min(-1.64, quantile(quantiles.fit, 0.02));
  if (fit !== null && fit < misfit) flags.push({ flag: 'answers-misfit', family, value: fit, cut: misfit });
  const disorder = quantile(quantiles.guttman, 0.98);
  if (guttman !== null && guttman > disorder) {
    flags.push({ flag: 'order-misfit', family, value: guttman, cut: disorder });
  }
  if (suspicion !== null && suspicion > suspicionCut) {
    flags.push({ flag: 'stopped-reading', family, value: suspicion, cut: suspicionCut });
  }
}

const QUICK_SHARE = 0.2;
const QUICK_PAGES = 2;

function addSpeed(flags: QualityFlag[], { times }: QualityIndices): void {
  if (times === null) return;
  const quick = times.quickShare > QUICK_SHARE || times.quickPages >= QUICK_PAGES;
  if (quick) flags.push({ flag: 'too-quick', family: 'speed', value: times.quickShare, cut: QUICK_SHARE });
}

/** More of them than 95 % of the sample; without a sample all but one of them. */
function addCandour(
  flags: QualityFlag[],
  { candour }: QualityPlan,
  { candour: value }: QualityIndices,
  reference: QualityReference | null,
): void {
  if (candour.item.length === 0) return;
  const cut = Math.max(
    2,
    reference === null ? candour.item.length - 1 : Math.floor(quantile(reference.quantiles.candour, 0.95)) + 1,
  );
  if (value >= cut) flags.push({ flag: 'too-good', family: 'candour', value, cut });
}

/** The value below which this share of the sample lies. */
function quantile(quantiles: readonly number[], share: number): number {
  return quantiles[Math.round(share * (quantiles.length - 1))] ?? Number.NaN;
}
