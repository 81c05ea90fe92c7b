import type { Pathway } from '../../instruments/schema/propensity.schema.ts';
import { FIELDS, MEAN, T } from '../compile/layout.ts';
import type { Plan } from '../compile/plan.ts';
import { kelleyModel } from '../reliability/kelley-band.ts';
import type { PropensityIndex, PropensityState } from './assess-propensity.ts';
import type { PropensityPlan } from './compile-propensity.ts';

/** What of a propensity stands in a table: the state, the pathways that are met, the index without its parts. */
export interface RowPropensity {
  readonly state: PropensityState;
  readonly met: readonly Pathway['id'][];
  readonly index: Pick<PropensityIndex, 't' | 'trueT' | 'low' | 'high' | 'atLeast'> | null;
}

/**
 * `assessPropensity` for many rows of `scoreInto`'s numbers, without the evidence: nothing is looked up by name.
 * The wish is not known to a table of answers.
 */
export function rowPropensity(plan: Plan, propensity: PropensityPlan) {
  const place = (scale: string): number => plan.scales.findIndex(({ id }) => id === scale) * FIELDS;
  const { table, index } = propensity;
  const field = index === null ? MEAN : T;
  const pathways = table.pathways
    .filter(({ kind, closed }) => kind !== 'wish' && closed === undefined)
    .map(({ id, kind, all = [] }) => ({
      id,
      isIndex: kind === 'index',
      at: all.map(({ scale }) => place(scale) + field),
      atLeast: all.map(({ answersAtLeast, tAtLeast }) => (index === null ? answersAtLeast : tAtLeast)),
    }));
  const indexOf = index === null ? () => null : rowIndex(index, place);
  const cut = index?.cutT ?? 0;
  return (out: Float64Array, trusted: boolean): RowPropensity => {
    const found = indexOf(out);
    const met: Pathway['id'][] = [];
    for (let one = 0; trusted && one < pathways.length; one++) {
      const pathway = pathways[one];
      if (pathway === undefined) continue;
      const reached = pathway.isIndex ? found !== null && found.t >= cut : reaches(out, pathway.at, pathway.atLeast);
      if (reached) met.push(pathway.id);
    }
    return { state: met.length > 0 ? 'invited-to-talk' : 'nothing-to-suggest', met, index: found };
  };
}

/** NaN reaches nothing: a scale without a score meets no threshold. */
function reaches(out: Float64Array, at: readonly number[], atLeast: readonly number[]): boolean {
  for (let one = 0; one < at.length; one++) {
    if (!((out[at[one] ?? -1] ?? Number.NaN) >= (atLeast[one] ?? 0))) return false;
  }
  return at.length > 0;
}

function rowIndex({ model, cutT }: NonNullable<PropensityPlan['index']>, place: (scale: string) => number) {
  const { norm, sd, reliability } = model;
  const parts = model.table.parts.map(({ weight }, part) => ({ weight, part })).filter(({ weight }) => weight !== 0);
  const at = Int32Array.from(parts, ({ part }) => place(model.table.parts[part]?.scale ?? '') + MEAN);
  const weight = Float64Array.from(parts, (one) => one.weight);
  const mean = Float64Array.from(parts, ({ part }) => norm.means[part] ?? 0);
  const spread = Float64Array.from(parts, ({ part }) => norm.sds[part] ?? 1);
  const { reach, trueScoreOf, atLeast } = kelleyModel({ mean: 50, standardDeviation: 10, reliability });
  return (out: Float64Array): RowPropensity['index'] => {
    let sum = 0;
    for (let part = 0; part < at.length; part++) {
      const own = out[at[part] ?? 0] ?? Number.NaN;
      sum += (weight[part] ?? 0) * ((own - (mean[part] ?? 0)) / (spread[part] ?? 1));
    }
    if (Number.isNaN(sum)) return null;
    const t = 50 + (10 * sum) / sd;
    const trueT = trueScoreOf(t);
    return { t, trueT, low: trueT - reach, high: trueT + reach, atLeast: atLeast(trueT, cutT) };
  };
}
