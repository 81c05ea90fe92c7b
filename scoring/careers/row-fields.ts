import type { Careers } from '../../instruments/schema/careers.schema.ts';
import { FIELDS, MEAN } from '../compile/layout.ts';
import type { Plan } from '../compile/plan.ts';
import { type FieldPlan, fitsOf, INTERESTS, standOut, WORK_TYPES } from './field-plan.ts';
import { LEAST_SPREAD, plansOf, ranksOf } from './match-fields.ts';

/** What of the fields that fit stands in a table. */
export interface RowFields {
  readonly distinct: boolean;
  readonly fields: readonly string[];
  readonly teaching: readonly string[];
}

/** `matchFields` and `topFields` for many rows of `scoreInto`'s numbers; null unless all six interests were scored. */
export function rowFields(plan: Plan, careers: Careers, most: { readonly fields: number; readonly teaching: number }) {
  const at = (ids: readonly string[]): number[] =>
    ids.map((id) => plan.scales.findIndex((one) => one.id === id) * FIELDS + MEAN);
  const [interestsAt, typesAt] = [at(INTERESTS), at(WORK_TYPES)];
  const { field, teaching } = plansOf(careers);
  const [interests, types] = [new Float64Array(INTERESTS.length), new Float64Array(WORK_TYPES.length)];
  return (out: Float64Array): RowFields | null => {
    if (!taken(out, interestsAt, interests)) return null;
    const chosen = taken(out, typesAt, types) ? types : null;
    const spread = standOut(interests);
    if (chosen !== null) standOut(chosen);
    return {
      distinct: spread >= LEAST_SPREAD,
      fields: first(field, most.fields, interests, chosen),
      teaching: first(teaching, most.teaching, interests, chosen),
    };
  };
}

/** Copies the means; false where one of them is missing. */
function taken(out: Float64Array, at: readonly number[], into: Float64Array): boolean {
  let whole = true;
  for (let one = 0; one < at.length; one++) {
    const mean = out[at[one] ?? -1] ?? Number.NaN;
    into[one] = mean;
    if (Number.isNaN(mean)) whole = false;
  }
  return whole;
}

/** Ids of the first fields, with all that share the last place's rank. */
function first(plan: FieldPlan, most: number, interests: Float64Array, types: Float64Array | null): string[] {
  const { places, ranks } = ranksOf(fitsOf(plan, interests, types));
  const last = ranks[most - 1] ?? Number.POSITIVE_INFINITY;
  const ids: string[] = [];
  for (let at = 0; at < places.length && (at < most || ranks[at] === last); at++) {
    ids.push(plan.fields[places[at] ?? 0]?.id ?? '');
  }
  return ids;
}
