import type { Difference, ReportGroup } from '../../../server/contract/aggregate.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';

/** What groups are told apart by on the page; `place`: the region beside the country, last year and its districts. */
export const dimensions = ['place', 'language', 'sex', 'locality', 'type'] as const;
export type Dimension = (typeof dimensions)[number];

export const dimensionWords: Readonly<Record<Dimension, () => string>> = {
  place: m.groups_by_place,
  language: m.groups_by_language,
  sex: m.groups_by_sex,
  locality: m.groups_by_locality,
  type: m.groups_by_type,
};

/** The groups of a dimension; a part stands under the region it is a part of. */
export const groupsOf = (groups: readonly ReportGroup[], dimension: Dimension): ReportGroup[] =>
  groups.filter(({ kind, by }) => (dimension === 'place' ? by === '' : by === dimension || kind === 'region'));

const values: Readonly<Record<string, () => string>> = {
  'language kk': m.group_in_kazakh,
  'language ru': m.group_in_russian,
  'language en': m.group_in_english,
  'sex female': m.group_girls,
  'sex male': m.group_boys,
  'sex undisclosed': m.group_sex_undisclosed,
  'locality rural': m.group_rural,
  'locality urban': m.group_urban,
  'type kk': m.group_school_kazakh,
  'type ru': m.group_school_russian,
  'type en': m.group_school_english,
  'type mixed': m.group_school_mixed,
};

export function groupWords({ kind, by, value, name, year }: ReportGroup, language: Language): string {
  if (kind === 'country') return m.group_country();
  if (kind === 'part') return values[`${by} ${value}`]?.() ?? value;
  const place = name?.[language] ?? value;
  return kind === 'last-year' ? m.group_last_year({ place, year: String(year) }) : place;
}

/** A difference in words; what cannot be told is a dash. */
export function differenceWords(difference: Difference | null): string {
  if (difference === null) return '—';
  const { by, margin, verdict } = difference;
  if (verdict === 'within-error') return m.difference_within();
  const facts = { by: formatNumber(Math.abs(by), 2), margin: formatNumber(margin, 2) };
  return verdict === 'higher' ? m.difference_higher(facts) : m.difference_lower(facts);
}
