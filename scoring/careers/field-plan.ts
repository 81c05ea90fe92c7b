import type { CareerField, Careers } from '../../instruments/schema/careers.schema.ts';

type Interest = CareerField['interests'][number];
type WorkType = CareerField['workTypes'][number];

export const INTERESTS: readonly Interest[] = [
  'realistic',
  'investigative',
  'artistic',
  'social',
  'enterprising',
  'conventional',
];
export const WORK_TYPES: readonly WorkType[] = ['nature', 'technology', 'people', 'signs', 'art'];

/** Weights of the interests or types a field names, in its order. */
export const BY_PLACE: readonly number[] = [1, 0.6, 0.3];
/** Interests were rated, types only chosen between: the former know a little more. */
export const INTERESTS_SHARE = 0.6;
/** A flatter profile than this is not stretched to a normal one: its small differences stay small. */
const SPREAD_FLOOR = 0.1;

/** The fields of one kind as rows of weights over the six interests (`liked`) and the five types (`chosen`). */
export interface FieldPlan {
  readonly fields: readonly CareerField[];
  readonly liked: Float64Array;
  readonly chosen: Float64Array;
}

export function fieldPlan(careers: Careers, kind: CareerField['kind']): FieldPlan {
  const fields = careers.fields.filter((field) => field.kind === kind);
  return {
    fields,
    liked: rows(fields.map(({ interests }) => weights(interests, INTERESTS))),
    chosen: rows(fields.map(({ workTypes }) => weights(workTypes, WORK_TYPES))),
  };
}

const rows = (all: readonly Float64Array[]): Float64Array => Float64Array.from(all.flatMap((row) => [...row]));

function weights<Id extends string>(named: readonly Id[], ids: readonly Id[]): Float64Array {
  const row = new Float64Array(ids.length);
  const total = named.reduce((sum, _, place) => sum + (BY_PLACE[place] ?? 0), 0);
  for (const [place, id] of named.entries()) {
    const at = ids.indexOf(id);
    row[at] = (row[at] ?? 0) + (BY_PLACE[place] ?? 0) / total;
  }
  return row;
}

/** Deviations from the person's own mean, in their own SD, written over the means. @returns that SD, unfloored */
export function standOut(means: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const mean of means) sum += mean;
  const centre = sum / means.length;
  for (const mean of means) squares += (mean - centre) ** 2;
  const spread = Math.sqrt(squares / means.length);
  const unit = Math.max(spread, SPREAD_FLOOR);
  for (let at = 0; at < means.length; at++) means[at] = ((means[at] ?? centre) - centre) / unit;
  return spread;
}

/** Fit of every field of the plan; `chosen` null where the types are not known. */
export function fitsOf({ fields, liked, chosen }: FieldPlan, interests: Float64Array, types: Float64Array | null) {
  const fits = new Float64Array(fields.length);
  for (let field = 0; field < fits.length; field++) {
    const byInterests = product(liked, field, interests);
    fits[field] =
      types === null
        ? byInterests
        : INTERESTS_SHARE * byInterests + (1 - INTERESTS_SHARE) * product(chosen, field, types);
  }
  return fits;
}

function product(weights: Float64Array, row: number, standing: Float64Array): number {
  let sum = 0;
  const at = row * standing.length;
  for (let place = 0; place < standing.length; place++) sum += (weights[at + place] ?? 0) * (standing[place] ?? 0);
  return sum;
}
