import { adverseImpact } from '../../../scoring/fairness/adverse-impact.ts';
import type { GroupMembership } from '../../../scoring/fairness/strata.ts';
import type { DifFigures, DifStudyReport, ImpactFigures, ScaleDif } from '../../contract/study-report.ts';
import { type DifRow, difReport, membership } from '../bench/dif-csv.ts';
import type { KeyedScale } from '../bench/key-file.ts';
import { scaleAnswers } from '../bench/keyed-scales.ts';
import { CommandProblem } from '../command-problem.ts';
import type { StudyInput } from './run-study.ts';

/** Fewer persons in a group, and nothing may be decided: the service then computes nothing either. */
const LEAST_GROUP = 100;

export function difPart(input: StudyInput, tell: (done: number, total: number) => void): DifStudyReport {
  const { items, n, values, scales, settings } = input;
  const group = settings.group ?? 'language';
  const cells = input.groups[group] ?? [];
  const focal = settings.focal ?? '';
  const groups = membership(cells, focal);
  const smaller = Math.min(groups.filter((g) => g === true).length, groups.filter((g) => g === false).length);
  if (smaller < LEAST_GROUP) {
    throw new CommandProblem(`${smaller} persons in the smaller group; ${LEAST_GROUP} are needed`);
  }
  const matrix = { n, k: items.length, values };
  const done: ScaleDif[] = [];
  const skipped: { scale: string; reason: string }[] = [];
  for (const [at, scale] of scales.entries()) {
    try {
      const report = difReport(scaleAnswers(matrix, items, scale), groups, () => undefined);
      const isBinary = report.items.some(({ ets }) => ets !== null);
      done.push({
        scale: scale.scale,
        reference: report.reference,
        focal: report.focal,
        measure: isBinary ? 'delta' : 'smd',
        items: report.items.map((row) => figures(row, isBinary, report)),
        tauSquared: report.dtf?.tauSquared ?? null,
        test: together(report.items, scale),
      });
    } catch (cause) {
      skipped.push({ scale: scale.scale, reason: cause instanceof Error ? cause.message : 'it could not be compared' });
    }
    tell(at + 1, scales.length);
  }
  return { kind: 'dif', group, focal, impact: impactOf(groups, input.invited), scales: done, skipped };
}

/**
 * Differential functioning of the whole scale: the standardised mean differences of its items (focal minus reference among those
 * of one score) added up in points. Null where an item has none.
 */
function together(items: readonly DifRow[], { items: keyed }: KeyedScale): NonNullable<ScaleDif['test']> | null {
  const differences = items.map(({ purified }) => purified.smd);
  if (differences.length === 0 || differences.some((one) => one === null)) return null;
  const known = differences.map((one) => one ?? 0);
  return {
    signed: known.reduce((sum, one) => sum + one, 0),
    unsigned: known.reduce((sum, one) => sum + Math.abs(one), 0),
    highest: keyed.reduce((sum, { high, low }) => sum + (high ?? 1) - (low ?? 0), 0),
  };
}

function impactOf(groups: GroupMembership, invited: StudyInput['invited']): ImpactFigures | null {
  if (invited === undefined) return null;
  const of = (isFocal: boolean) => {
    const rows = invited.filter((_, row) => groups[row] === isFocal);
    return { selected: rows.filter((one) => one).length, of: rows.length };
  };
  const [focal, reference] = [of(true), of(false)];
  const { ratio, interval, fisherP, belowFourFifths } = adverseImpact(focal, reference);
  return {
    focal,
    reference,
    ratio,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    fisherP,
    belowFourFifths,
  };
}

const Z95 = 1.959963984540054;

/** Purified figures: what the service shows; the interval of a standardised difference is Cohen's approximation. */
function figures(
  row: DifRow,
  isBinary: boolean,
  { reference, focal }: { reference: number; focal: number },
): DifFigures {
  const { purified } = row;
  const effect = isBinary ? purified.delta : purified.effect;
  const se = isBinary
    ? row.deltaSe
    : effect === null
      ? null
      : Math.sqrt((reference + focal) / (reference * focal) + effect ** 2 / (2 * (reference + focal)));
  const limit = (sign: number): number | null => (effect === null || se === null ? null : effect + sign * Z95 * se);
  return {
    item: row.item,
    chi2: purified.chi2,
    p: purified.p,
    pAdjusted: purified.pAdjusted,
    effect,
    low: limit(-1),
    high: limit(1),
    class: isBinary ? purified.ets : larger(purified.class, purified.logistic?.class ?? null),
    flagged: purified.flagged,
    deltaR2: purified.logistic?.deltaR2 ?? null,
  };
}

function larger(mantel: 'AA' | 'BB' | 'CC' | null, logistic: 'A' | 'B' | 'C' | null): 'A' | 'B' | 'C' | null {
  const of = { AA: 'A', BB: 'B', CC: 'C' } as const;
  const both = [mantel === null ? null : of[mantel], logistic].filter((one) => one !== null).sort();
  return both.at(-1) ?? null;
}
