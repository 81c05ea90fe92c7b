import type { CareerField, Careers } from '../../instruments/schema/careers.schema.ts';
import type { Insufficient } from '../math/insufficient.ts';
import { insufficient } from '../math/insufficient.ts';
import type { Scores } from '../scores.ts';

type Interest = CareerField['interests'][number];
type WorkType = CareerField['workTypes'][number];

const INTERESTS: readonly Interest[] = [
  'realistic',
  'investigative',
  'artistic',
  'social',
  'enterprising',
  'conventional',
];
const WORK_TYPES: readonly WorkType[] = ['nature', 'technology', 'people', 'signs', 'art'];

/** Weights of the interests or types a field names, in its order. */
const BY_PLACE: readonly number[] = [1, 0.6, 0.3];
/** Interests were rated, types only chosen between: the former know a little more. */
const INTERESTS_SHARE = 0.6;
/** Fields this near to each other share a rank: nobody's first place may hang on rounding. */
const TIE = 0.02;
/** A flatter profile than this is not stretched to a normal one: its small differences stay small. */
const SPREAD_FLOOR = 0.1;
/** With less spread than this between the six interests, in points of the answer scale, no field stands out. */
const LEAST_SPREAD = 0.25;

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
  const means = new Map(
    scales.flatMap((score) => (score.kind === 'scored' ? [[score.scale, score.mean] as const] : [])),
  );
  const interests = profileOf(INTERESTS, means);
  if (interests === null) {
    const known = INTERESTS.filter((id) => means.has(id)).length;
    return insufficient('interests scored', known, INTERESTS.length);
  }
  const types = profileOf(WORK_TYPES, means);
  const fits = careers.fields.map((field) => {
    const liked = weighted(field.interests, interests.standing);
    const fit =
      types === null
        ? liked
        : INTERESTS_SHARE * liked + (1 - INTERESTS_SHARE) * weighted(field.workTypes, types.standing);
    return { field: field.id, kind: field.kind, fit, because: reasons(field, interests.standing, types?.standing) };
  });
  return {
    kind: 'fields',
    careersVersion: careers.version,
    distinct: interests.spread >= LEAST_SPREAD,
    fields: ranked(fits.filter(({ kind }) => kind === 'field')),
    teaching: ranked(fits.filter(({ kind }) => kind === 'teaching')),
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
  const means = new Map(
    scales.flatMap((score) => (score.kind === 'scored' ? [[score.scale, score.mean] as const] : [])),
  );
  const interests = profileOf(INTERESTS, means);
  if (interests === null) return null;
  const listed = (standing: Standing) => [...standing].map(([scale, value]) => ({ scale, standing: value }));
  return {
    interests: listed(interests.standing),
    types: listed(profileOf(WORK_TYPES, means)?.standing ?? new Map()),
    spread: interests.spread,
    leastSpread: LEAST_SPREAD,
    interestsShare: INTERESTS_SHARE,
    weights: BY_PLACE,
  };
}

type Standing = ReadonlyMap<string, number>;

/** Deviations from the person's own mean, in their own SD. Null where one is not known. */
function profileOf(ids: readonly string[], means: ReadonlyMap<string, number>) {
  const values = ids.flatMap((id) => means.get(id) ?? []);
  if (values.length < ids.length) return null;
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
  const unit = Math.max(spread, SPREAD_FLOOR);
  const standing = new Map(ids.map((id, at) => [id, ((values[at] ?? centre) - centre) / unit]));
  return { spread, standing };
}

function weighted(ids: readonly string[], standing: Standing): number {
  const weights = ids.map((_, place) => BY_PLACE[place] ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ids.reduce((sum, id, place) => sum + (weights[place] ?? 0) * (standing.get(id) ?? 0), 0) / total;
}

function reasons({ interests, workTypes }: CareerField, liked: Standing, types: Standing | undefined): string[] {
  const all: readonly (readonly [string, number])[] = [
    ...interests.map((id) => [id, liked.get(id) ?? 0] as const),
    ...workTypes.map((id) => [id, types?.get(id) ?? 0] as const),
  ];
  return all
    .filter(([, standing]) => standing > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}

function ranked(fits: readonly Omit<FieldFit, 'rank'>[]): FieldFit[] {
  const sorted = [...fits].sort((a, b) => b.fit - a.fit);
  const out: FieldFit[] = [];
  for (const [at, one] of sorted.entries()) {
    const before = out.at(-1);
    const tied = before !== undefined && (sorted[before.rank - 1]?.fit ?? 0) - one.fit < TIE;
    out.push({ ...one, rank: tied ? before.rank : at + 1 });
  }
  return out;
}

/** The first fields, with all that share the last place's rank. */
export function topFields(fits: readonly FieldFit[], most: number): FieldFit[] {
  const last = fits[most - 1]?.rank ?? Number.POSITIVE_INFINITY;
  return fits.filter(({ rank }, at) => at < most || rank === last);
}
