import { type DifAnalysis, difAnalysis, type ItemDif } from '../../../scoring/fairness/dif-analysis.ts';
import type { MantelHaenszel } from '../../../scoring/fairness/mantel-haenszel.ts';
import type { GroupMembership } from '../../../scoring/fairness/strata.ts';
import { isInsufficient } from '../../../scoring/math/insufficient.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import { CommandProblem } from '../command-problem.ts';
import type { Notice } from '../csv/answer-table.ts';
import type { ScaleAnswers } from './keyed-scales.ts';

/**
 * One item. For two answers `chi2`, `p`, `alpha`, `delta` and `ets` are Mantel–Haenszel on the score of all items, as difR
 * gives them. For more answers `chi2` and `p` are Mantel's, `class` and `smd` go with them, and `alpha`, `delta`, `ets`
 * have no meaning. `purified` is the same on a score without the items found to function differently.
 */
export interface DifRow {
  readonly item: string;
  readonly chi2: number | null;
  readonly p: number | null;
  readonly alpha: number | null;
  readonly delta: number | null;
  readonly ets: 'A' | 'B' | 'C' | null;
  /** p after Benjamini–Hochberg over the items. */
  readonly pAdjusted: number | null;
  readonly alphaLow: number | null;
  readonly alphaHigh: number | null;
  readonly deltaSe: number | null;
  readonly class: 'AA' | 'BB' | 'CC' | null;
  readonly smd: number | null;
  readonly effect: number | null;
  readonly logistic: Logistic | null;
  readonly purified: Pick<
    DifRow,
    'chi2' | 'p' | 'alpha' | 'delta' | 'ets' | 'pAdjusted' | 'class' | 'smd' | 'effect' | 'logistic'
  > & { readonly flagged: boolean };
}

interface Logistic {
  readonly uniformP: number;
  readonly nonUniformP: number;
  readonly totalP: number;
  readonly deltaR2: number;
  readonly class: 'A' | 'B' | 'C';
}

export interface DifReport {
  readonly reference: number;
  readonly focal: number;
  readonly items: readonly DifRow[];
  readonly purification: DifAnalysis['purification'];
  readonly dtf: DifAnalysis['dtf'];
}

/** Who is compared: rows with the focal value against all other named rows, or one value of them. */
export function membership(cells: readonly string[], focal: string, reference?: string): GroupMembership {
  return cells.map((cell) => {
    if (cell === '') return null;
    if (cell === focal) return true;
    return reference === undefined || cell === reference ? false : null;
  });
}

/** DIF of one scale. @throws CommandProblem when there is nothing to compare */
export function difReport({ matrix, keys }: ScaleAnswers, groups: GroupMembership, notice: Notice): DifReport {
  const keyed = keyedMatrix(matrix, keys);
  const settings = { minGroup: 1 };
  const plain = difAnalysis(keyed, groups, { ...settings, purified: false });
  const purified = difAnalysis(keyed, groups, settings);
  if (isInsufficient(plain))
    throw new CommandProblem(`cannot compare: ${plain.reason}: ${plain.answered}, at least ${plain.required}`);
  if (isInsufficient(purified)) throw new CommandProblem(`cannot compare: ${purified.reason}`);
  const smaller = Math.min(plain.reference, plain.focal);
  if (smaller < 100) notice(`only ${smaller} persons in the smaller group: under 100 nothing may be decided on this`);
  else if (smaller < 200) notice(`${smaller} persons in the smaller group: 200 are asked for`);
  if (purified.purification?.cycle === true)
    notice('purification went in circles; every item of the circle is left out of the score');
  const flagged = new Set(purified.purification?.flagged ?? []);
  return {
    reference: plain.reference,
    focal: plain.focal,
    items: plain.items.map((item, at) =>
      rowOf(keys[at]?.item ?? '', item, { purified: purified.items[at] ?? item, flagged: flagged.has(at) }),
    ),
    purification: purified.purification,
    dtf: purified.dtf,
  };
}

/** Half the width of the 95 % interval, in standard errors. */
const NINETY_FIVE = 1.959963984540054;

function rowOf(item: string, plain: ItemDif, { purified, flagged }: { purified: ItemDif; flagged: boolean }): DifRow {
  const mh = plain.mantelHaenszel;
  const limit = (sign: number): number | null =>
    mh === null ? null : Math.exp(Math.log(mh.alpha) + sign * NINETY_FIVE * mh.logAlphaSe);
  return {
    item,
    ...figures(plain),
    alphaLow: limit(-1),
    alphaHigh: limit(1),
    deltaSe: mh?.deltaSe ?? null,
    purified: { ...figures(purified), flagged },
  };
}

function figures(dif: ItemDif) {
  const mh: MantelHaenszel | null = dif.mantelHaenszel;
  // Mantel's test speaks for more than two answers only: where Mantel–Haenszel is undefined for two, p is null, and so is all else.
  const general = mh !== null || dif.p === null ? null : dif.mantel;
  return {
    chi2: mh?.chiSquare ?? general?.chiSquare ?? null,
    p: dif.p,
    alpha: mh?.alpha ?? null,
    delta: mh?.delta ?? null,
    ets: mh?.ets ?? null,
    pAdjusted: dif.adjustedP,
    class: general?.class ?? null,
    smd: dif.mantel?.smd ?? null,
    effect: dif.mantel?.effect ?? null,
    logistic: logisticOf(dif),
  };
}

function logisticOf({ logistic }: ItemDif): Logistic | null {
  if (logistic === null) return null;
  const { uniform, nonUniform, total } = logistic;
  return {
    uniformP: uniform.p,
    nonUniformP: nonUniform.p,
    totalP: total.p,
    deltaR2: total.deltaR2,
    class: logistic.class,
  };
}
