import type { InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import type { Plan, ScalePlan } from '../compile/plan.ts';
import { responseMatrix } from '../math/response-matrix.ts';
import { cronbachAlpha } from '../reliability/cronbach-alpha.ts';
import { splitHalf } from '../reliability/split-half.ts';
import { scoreSituation } from '../scale/sjt/sjt-plan.ts';

/**
 * Reliability of a scale in a sample, by what its kind allows: α of keyed items for rated scales and counts of yes and no;
 * for chosen alternatives of forced pairs, whose α means nothing, and for situations, two halves (first against second
 * half of the pairs, every second situation), stepped up by Spearman and Brown. Null where it is undefined.
 */
export function scaleReliability(plan: Plan, scale: ScalePlan, rows: readonly Float64Array[]): number | null {
  const { declared, sjt } = scale;
  if (sjt !== null) {
    return halves(
      rows.map((row) => sjt.situations.map((one) => situationMean(scoreSituation(one, sjt.score, row), one.counted))),
    );
  }
  const terms = declared.items ?? [];
  if (terms.length < 2) return null;
  const keyed = rows.map((row) => terms.map((term) => keyedAnswer(plan, term, row)));
  return declared.score === 'choice-count' ? halves(keyed.map(interleaved)) : cronbachAlpha(responseMatrix(keyed));
}

/** Undefined, so that the row is left out, where the situation was not usable. */
function situationMean(values: Float64Array | null, counted: Uint8Array): number | null {
  if (values === null) return null;
  let [n, sum] = [0, 0];
  for (const [option, value] of values.entries()) {
    if (counted[option] === 0) continue;
    n++;
    sum += value;
  }
  return n === 0 ? 0 : sum / n;
}

function keyedAnswer(
  plan: Plan,
  { item, key, match }: NonNullable<InstrumentScale['items']>[number],
  row: Float64Array,
) {
  const position = plan.position.get(item) ?? -1;
  const value = row[position] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  if (match !== undefined) return value === match ? 1 : 0;
  const points = plan.points[position] ?? [];
  return key === 1 ? value : Math.min(...points) + Math.max(...points) - value;
}

/** First half and second half taken turn about, so that an odd–even split is a split into rounds. */
function interleaved<T>(values: readonly T[]): T[] {
  const half = Math.ceil(values.length / 2);
  return values.slice(0, half).flatMap((value, index) => {
    const other = values[half + index];
    return other === undefined ? [value] : [value, other];
  });
}

function halves(rows: readonly (readonly (number | null)[])[]): number | null {
  if ((rows[0]?.length ?? 0) < 2) return null;
  return splitHalf(responseMatrix(rows))?.spearmanBrown ?? null;
}
