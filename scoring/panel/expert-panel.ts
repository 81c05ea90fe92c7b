import { correlation, mean, standardDeviation } from '../math/moments.ts';
import { responseMatrix } from '../math/response-matrix.ts';
import { intraclassCorrelations } from '../reliability/intraclass-correlation.ts';
import { withinGroupAgreement } from '../reliability/within-group-agreement.ts';

/** Fewest experts, least agreement of their mean, and the spread beyond which an option has no key. */
export const PANEL_RULES = { experts: 10, icc: 0.8, spread: 1 } as const;

export interface PanelOption {
  readonly option: string;
  readonly experts: number;
  /** The key: what the experts gave on average. */
  readonly key: number | null;
  readonly sd: number | null;
  /** Agreement against answering at random. */
  readonly rwg: number | null;
  /** Experts disagree by more than one step: the option is not scored. */
  readonly dropped: boolean;
}

export interface PanelKey {
  readonly experts: number;
  readonly options: readonly PanelOption[];
  /** ICC(2,k) of the options that are kept, and of all; null where it is undefined. */
  readonly icc: number | null;
  readonly iccOfAll: number | null;
  /** What becomes of the key when any one expert is left out. */
  readonly sensitivity: { readonly largestShift: number; readonly leastCorrelation: number | null } | null;
  /** Whether the rules allow a person to publish the key; the decision stays with that person. */
  readonly mayPublish: boolean;
  readonly reasons: readonly ('too few experts' | 'too little agreement' | 'no option left')[];
}

type Ratings = readonly (readonly (number | null)[])[];

/**
 * The key of a situational judgement test from a panel of experts: the mean rating of each option, and whether the panel
 * agrees enough for it to be used.
 *
 * An option whose ratings spread by more than one step (SD > 1) is not scored. A key may be published with at least ten
 * experts and ICC(2,k) ≥ .80 over the options that are left. Agreement rests on experts who rated every option.
 * Source: Shrout & Fleiss 1979; James, Demaree & Wolf 1984.
 * @param ratings experts (rows) by options (columns), null where an expert gave none.
 * @param categories answers of the rating format.
 * @throws RangeError when rows differ in length or the format has fewer than two answers.
 */
export function expertPanel(ratings: Ratings, options: readonly string[], categories: number): PanelKey {
  if (ratings.some((row) => row.length !== options.length)) throw new RangeError('every expert rates the same options');
  const found = options.map((option, column) => optionOf(option, ratings, column, categories));
  const kept = found.flatMap(({ dropped, key }, column) => (dropped || key === null ? [] : [column]));
  const icc = agreementOver(ratings, kept);
  const experts = ratings.filter((row) => row.some((x) => x !== null)).length;
  const reasons: PanelKey['reasons'][number][] = [];
  if (experts < PANEL_RULES.experts) reasons.push('too few experts');
  if (kept.length === 0) reasons.push('no option left');
  if (icc === null || icc < PANEL_RULES.icc) reasons.push('too little agreement');
  return {
    experts,
    options: found,
    icc,
    iccOfAll: agreementOver(
      ratings,
      options.map((_, column) => column),
    ),
    sensitivity: sensitivityOf(ratings, kept),
    mayPublish: reasons.length === 0,
    reasons,
  };
}

const known = (ratings: Ratings, column: number): number[] =>
  ratings.map((row) => row[column] ?? null).filter((x) => x !== null);

function optionOf(option: string, ratings: Ratings, column: number, categories: number): PanelOption {
  const given = known(ratings, column);
  const sd = given.length < 2 ? null : standardDeviation(given);
  return {
    option,
    experts: given.length,
    key: given.length === 0 ? null : mean(given),
    sd,
    rwg: withinGroupAgreement(given, categories),
    dropped: sd === null || sd > PANEL_RULES.spread,
  };
}

function agreementOver(ratings: Ratings, columns: readonly number[]): number | null {
  const complete = ratings.filter((row) => columns.every((column) => (row[column] ?? null) !== null));
  if (complete.length < 2 || columns.length < 2) return null;
  const byOption = columns.map((column) => complete.map((row) => row[column] ?? 0));
  if (byOption.every((given) => new Set(given).size === 1)) {
    // Everybody says the same: full agreement, if it tells options apart at all.
    return new Set(byOption.flat()).size > 1 ? 1 : null;
  }
  return intraclassCorrelations(responseMatrix(byOption))?.find(({ form }) => form === 'ICC2k')?.icc ?? null;
}

/** Leaves out one expert at a time and keys anew. */
function sensitivityOf(ratings: Ratings, columns: readonly number[]): PanelKey['sensitivity'] {
  if (ratings.length < 3 || columns.length < 2) return null;
  const keyOf = (rows: Ratings): number[] => columns.map((column) => mean(known(rows, column)));
  const whole = keyOf(ratings);
  let [largestShift, least] = [0, null as number | null];
  for (const left of ratings.keys()) {
    const rows = ratings.filter((_, row) => row !== left);
    if (columns.some((column) => known(rows, column).length === 0)) continue;
    const key = keyOf(rows);
    largestShift = Math.max(largestShift, ...key.map((value, at) => Math.abs(value - (whole[at] ?? value))));
    const r = correlation(whole, key);
    if (r !== null) least = least === null ? r : Math.min(least, r);
  }
  return { largestShift, leastCorrelation: least };
}
