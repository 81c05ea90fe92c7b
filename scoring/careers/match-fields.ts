import type { CareerField, Careers } from '../../instruments/schema/careers.schema.ts';
import type { Insufficient } from '../math/insufficient.ts';
import { insufficient } from '../math/insufficient.ts';
import type { Scores } from '../scores.ts';
import {
  BY_PLACE,
  type FieldPlan,
  fieldPlan,
  fitsOf,
  INTERESTS,
  INTERESTS_SHARE,
  standOut,
  WORK_TYPES,
} from './field-plan.ts';

/** Fields this near to each other share a rank: nobody's first place may hang on rounding. */
const TIE = 0.02;
/** With less spread than this between the six interests, in points of the answer scale, no field stands out. */
export const LEAST_SPREAD = 0.25;

/**
 * How well one field fits: `fit` in standard deviations of the person's own profile, 0 for a field that fits like any other;
 * `rank` 1 for the best, shared by fields that fit alike; `because`: what the person has of it, strongest first.
 */
export interface FieldFit {
  readonly field: string;
  readonly kind: CareerField['kind'];
  readonly fit: number;
  readonly rank: number;
  readonly because: readonly string[];
}

export interface FieldFits {
  readonly kind: 'fields';
  readonly careersVersion: string;
  /** False: all interests are about equally strong or weak, and the order below says little. */
  readonly distinct: boolean;
  readonly fields: readonly FieldFit[];
  readonly teaching: readonly FieldFit[];
}

/**
 * Fields in the order in which they fit a person's own profile of interests and work types: what stands out for them, not
 * how much they like everything. Teaching subjects are ranked among themselves by what the subject asks for, since what all
 * teaching shares tells them apart from nothing.
 *
 * Fit of a field = 0.6 × weighted mean of its interests + 0.4 × that of its types (weights 1, .6, .3 in the field's order),
 * each as a deviation from the person's own mean in units of the person's own spread. Types are left out where they are
 * not known. It orders; it is no measure of ability and no forecast.
 * @returns insufficient unless all six interests were scored
 */
export function matchFields(careers: Careers, { scales }: Pick<Scores, 'scales'>): FieldFits | Insufficient {
  const interests = meansOf(INTERESTS, scales);
  const known = interests.reduce((count, mean) => count + (Number.isNaN(mean) ? 0 : 1), 0);
  if (known < INTERESTS.length) return insufficient('interests scored', known, INTERESTS.length);
  const chosen = meansOf(WORK_TYPES, scales);
  const types = chosen.some(Number.isNaN) ? null : chosen;
  const spread = standOut(interests);
  if (types !== null) standOut(types);
  const { field, teaching } = plansOf(careers);
  return {
    kind: 'fields',
    careersVersion: careers.version,
    distinct: spread >= LEAST_SPREAD,
    fields: ranked(field, interests, types),
    teaching: ranked(teaching, interests, types),
  };
}

/** What the order of fields rests on: each interest and type as a deviation from the person's own mean, in own SDs. */
export interface FieldGround {
  readonly interests: readonly { readonly scale: string; readonly standing: number }[];
  readonly types: readonly { readonly scale: string; readonly standing: number }[];
  readonly spread: number;
  readonly leastSpread: number;
  readonly interestsShare: number;
  readonly weights: readonly number[];
}

/** The same figures `matchFields` works with, for showing how it came to its order; null where it gives none. */
export function fieldGround({ scales }: Pick<Scores, 'scales'>): FieldGround | null {
  const interests = meansOf(INTERESTS, scales);
  if (interests.some(Number.isNaN)) return null;
  const types = meansOf(WORK_TYPES, scales);
  const known = !types.some(Number.isNaN);
  const spread = standOut(interests);
  if (known) standOut(types);
  const listed = (ids: readonly string[], standing: Float64Array) =>
    ids.map((scale, at) => ({ scale, standing: standing[at] ?? 0 }));
  return {
    interests: listed(INTERESTS, interests),
    types: known ? listed(WORK_TYPES, types) : [],
    spread,
    leastSpread: LEAST_SPREAD,
    interestsShare: INTERESTS_SHARE,
    weights: BY_PLACE,
  };
}

type Plans = Readonly<Record<CareerField['kind'], FieldPlan>>;
const plans = new WeakMap<Careers, Plans>();

/** Made ready once for each edition of the careers. */
export function plansOf(careers: Careers): Plans {
  const known = plans.get(careers);
  if (known !== undefined) return known;
  const made = { field: fieldPlan(careers, 'field'), teaching: fieldPlan(careers, 'teaching') };
  plans.set(careers, made);
  return made;
}

/** Means of these scales in their order; NaN where one has none. */
function meansOf(ids: readonly string[], scales: Scores['scales']): Float64Array {
  const means = new Float64Array(ids.length).fill(Number.NaN);
  for (const score of scales) {
    if (score.kind !== 'scored') continue;
    const at = ids.indexOf(score.scale);
    if (at >= 0) means[at] = score.mean;
  }
  return means;
}

function reasons({ interests, workTypes }: CareerField, liked: Float64Array, types: Float64Array | null): string[] {
  const all: readonly (readonly [string, number])[] = [
    ...interests.map((id) => [id, liked[INTERESTS.indexOf(id)] ?? 0] as const),
    ...workTypes.map((id) => [id, types?.[WORK_TYPES.indexOf(id)] ?? 0] as const),
  ];
  return all
    .filter(([, standing]) => standing > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}

function ranked(plan: FieldPlan, interests: Float64Array, types: Float64Array | null): FieldFit[] {
  const fits = fitsOf(plan, interests, types);
  const { places, ranks } = ranksOf(fits);
  return Array.from(places, (place, at) => {
    const field = plan.fields[place];
    return field === undefined ? [] : [fieldFit(field, fits[place] ?? 0, ranks[at] ?? 0, interests, types)];
  }).flat();
}

/** Fields from the best fit to the least, and the rank of each place; fields that fit alike share a rank. */
export function ranksOf(fits: Float64Array): { places: Int32Array; ranks: Int32Array } {
  const places = sortedDown(fits);
  const ranks = new Int32Array(places.length);
  let rank = 1;
  for (let at = 0; at < places.length; at++) {
    const first = fits[places[rank - 1] ?? 0] ?? 0;
    if (at === 0 || first - (fits[places[at] ?? 0] ?? 0) >= TIE) rank = at + 1;
    ranks[at] = rank;
  }
  return { places, ranks };
}

/** The reasons are put into words for the few fields that are told; they are found when they are asked for. */
function fieldFit(
  field: CareerField,
  fit: number,
  rank: number,
  liked: Float64Array,
  types: Float64Array | null,
): FieldFit {
  return {
    field: field.id,
    kind: field.kind,
    fit,
    rank,
    get because() {
      return reasons(field, liked, types);
    },
  };
}

/** Positions from the highest value to the lowest; equal ones in their order. */
function sortedDown(values: Float64Array): Int32Array {
  const places = new Int32Array(values.length);
  for (let at = 0; at < places.length; at++) {
    let to = at;
    for (; to > 0 && (values[places[to - 1] ?? 0] ?? 0) < (values[at] ?? 0); to--) places[to] = places[to - 1] ?? 0;
    places[to] = at;
  }
  return places;
}

/** The first fields, with all that share the last place's rank. */
export function topFields(fits: readonly FieldFit[], most: number): FieldFit[] {
  const last = fits[most - 1]?.rank ?? Number.POSITIVE_INFINITY;
  return fits.filter(({ rank }, at) => at < most || rank === last);
}
