import { pairConsistency } from '../quality/pair-consistency.ts';
import { type AnswerCodes, keepSums, takeCodes } from './answer-codes.ts';
import { changePoint } from './change-point.ts';
import type { CodedItems, FittedScale, QualityPlan, SharpPlan } from './compile-quality.ts';
import { type ForcedPairs, forcedPairs } from './forced-pairs.ts';
import { addGuttman } from './guttman-table.ts';
import { evenOdd } from './halves.ts';
import { type ItemTimes, itemTimes } from './item-times.ts';
import { codeFor, LONGEST, MISSING, ON_PAGE, SQUARES, SUM } from './met-order.ts';
import { addFit } from './person-fit-table.ts';
import { profileDistance, rarityOf } from './profile-distance.ts';
import { placeIn, type QualityReference } from './reference.ts';
import { type Runs, runsOf, summed } from './runs.ts';

/** Raw answers by item position (NaN where missing), the order they were met in, and how long each took, where known. */
export interface AnsweredForm {
  readonly values: Float64Array;
  readonly order: Int32Array;
  readonly timesMs?: Float64Array;
}

/** Indices that compare with a reference sample; all null without one. */
export interface SharpIndices {
  /** Squared Mahalanobis distance of the profile, and P(χ² > D²). */
  readonly distance: number | null;
  readonly rarity: number | null;
  /** lz* over all scales. */
  readonly fit: number | null;
  /** Guttman errors as a share of the most possible. */
  readonly guttman: number | null;
  /** See change-point.ts. */
  readonly surprise: number | null;
  readonly change: number | null;
  /** Both together: −ln of their upper tails in the reference sample, summed. */
  readonly suspicion: number | null;
}

export interface QualityIndices extends SharpIndices {
  readonly answered: number;
  readonly of: number;
  readonly attentionWrong: number;
  readonly candour: number;
  readonly runs: Runs;
  readonly evenOdd: number | null;
  readonly synonyms: number | null;
  readonly antonyms: number | null;
  readonly forced: ForcedPairs | null;
  readonly times: ItemTimes | null;
}

/** Surprise counts a little less than change: most who stop reading have read before. Found on held-out halves. */
const SURPRISE_WEIGHT = 0.8;

/** Every index of one sitting; see `judgeQuality` for what they are taken to mean. */
export function measureQuality(plan: QualityPlan, { values, order, timesMs }: AnsweredForm): QualityIndices {
  const { sheet } = plan;
  const runs = takeAndRun(plan, values, order);
  const sharp = plan.sharp === null ? NOTHING : sharpIndices(plan.sharp, values, order);
  return {
    answered: sheet.answered,
    of: values.length,
    attentionWrong: attentionWrong(plan.attention, sheet),
    candour: countOf(plan.candour, sheet),
    runs,
    evenOdd: evenOdd(plan.halves, sheet),
    synonyms: pairConsistency(values, plan.synonyms),
    antonyms: pairConsistency(values, plan.antonyms),
    forced: plan.forced === null ? null : forcedPairs(plan.forced, sheet),
    times: timesMs === undefined ? null : itemTimes(plan.pages, timesMs),
    distance: sharp.distance,
    rarity: sharp.rarity,
    fit: sharp.fit,
    guttman: sharp.guttman,
    surprise: sharp.surprise,
    change: sharp.change,
    suspicion: sharp.suspicion,
  };
}

/** Takes the answers into the sheet, and finds their runs. */
function takeAndRun({ sheet, runs, met }: QualityPlan, values: Float64Array, order: Int32Array): Runs {
  const code = codeFor(met, runs, sheet, order);
  if (code === null) {
    takeCodes(sheet, values);
    return runsOf(runs, sheet, order);
  }
  const { found } = met;
  code(values, sheet.codes, found);
  const whole = found[MISSING] === 0;
  keepSums(sheet, found[SUM] ?? 0, found[SQUARES] ?? 0, whole);
  return whole ? summed(runs, found, LONGEST, found[ON_PAGE] ?? 0, sheet) : runsOf(runs, sheet, order);
}

/** A missing answer (code 0) is not a wrong one. */
function attentionWrong({ item, codes: right }: CodedItems, { codes }: AnswerCodes): number {
  let wrong = 0;
  for (let at = 0; at < item.length; at++) {
    if (((((right[at] ?? 0) | 1) >> (codes[item[at] ?? 0] ?? 0)) & 1) === 0) wrong++;
  }
  return wrong;
}

function countOf({ item, codes: counted }: CodedItems, { codes }: AnswerCodes): number {
  let count = 0;
  for (let at = 0; at < item.length; at++) count += ((counted[at] ?? 0) >> (codes[item[at] ?? 0] ?? 0)) & 1;
  return count;
}

const NOTHING: SharpIndices = {
  distance: null,
  rarity: null,
  fit: null,
  guttman: null,
  surprise: null,
  change: null,
  suspicion: null,
};

function sharpIndices(sharp: SharpPlan, values: Float64Array, order: Int32Array): SharpIndices {
  const distance = profileDistance(sharp.distance, values);
  const careless = changePoint(sharp.change, values, order);
  return {
    distance: distance?.d2 ?? null,
    rarity: distance === null ? null : rarityOf(distance),
    ...fitOf(sharp.fitted, values),
    surprise: careless?.surprise ?? null,
    change: careless?.change ?? null,
    suspicion: careless === null ? null : suspicionOf(careless, sharp.reference.quantiles),
  };
}

export function suspicionOf(
  { surprise, change }: { surprise: number; change: number },
  quantiles: Pick<QualityReference['quantiles'], 'surprise' | 'change'>,
): number {
  const tail = (of: 'surprise' | 'change', value: number): number => -Math.log(1 - placeIn(quantiles[of], value));
  return tail('change', change) + SURPRISE_WEIGHT * tail('surprise', surprise);
}

function fitOf(fitted: readonly FittedScale[], values: Float64Array): Pick<SharpIndices, 'fit' | 'guttman'> {
  const fit = { excess: 0, variance: 0 };
  const guttman = { errors: 0, most: 0 };
  for (const { scale, lowest, fit: table, guttman: steps, categories: answers } of fitted) {
    for (let term = 0; term < answers.length; term++) {
      const value = values[scale.item[term] ?? 0] ?? Number.NaN;
      const keyed = (scale.intercept[term] ?? 0) + (scale.slope[term] ?? 0) * value;
      answers[term] = Number.isNaN(value) ? -1 : keyed - (lowest[term] ?? 0);
    }
    addFit(table, answers, fit);
    addGuttman(steps, answers, guttman);
  }
  return {
    fit: fit.variance > 0 ? fit.excess / Math.sqrt(fit.variance) : null,
    guttman: guttman.most > 0 ? guttman.errors / guttman.most : null,
  };
}
