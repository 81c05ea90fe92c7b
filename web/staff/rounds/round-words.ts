import type { DepartureKind, PriorityRule, Round, RoundState } from '../../../server/contract/round.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import type { Tone } from '../ui/mark.tsx';

export const stateWords: Readonly<Record<RoundState, readonly [tone: Tone, words: () => string]>> = {
  open: ['going', m.rd_open],
  frozen: ['going', m.rd_frozen],
  proposed: ['warn', m.rd_proposed],
  final: ['good', m.rd_final],
  cancelled: ['none', m.rd_cancelled],
};

export const priorityWords = { district: m.rd_by_district, language: m.rd_by_language, rural: m.rd_by_rural } as const;

export const reserveWords = {
  rural: m.rd_res_rural,
  language: m.rd_res_language,
  district: m.rd_res_district,
  orphan: m.rd_res_orphan,
  disability: m.rd_res_disability,
  'large-family': m.rd_res_family,
} as const;

export const whatWords = {
  opened: m.rd_did_opened,
  frozen: m.rd_did_frozen,
  proposed: m.rd_did_proposed,
  decided: m.rd_did_decided,
  cancelled: m.rd_did_cancelled,
  returned: m.rd_did_returned,
} as const;

export const departureWords: Readonly<Record<DepartureKind, () => string>> = {
  'family-asked': m.rd_dep_family,
  'document-shown': m.rd_dep_document,
  'requirement-unmet': m.rd_dep_requirement,
  'data-corrected': m.rd_dep_corrected,
  other: m.rd_dep_other,
};

/** «district → language → rural → lottery»: a place's order of priority. */
export const orderWords = (rules: readonly PriorityRule[]): string =>
  [...rules.map((rule) => priorityWords[rule]()), m.rd_by_lottery()].join(' → ');

/** «Mathematics teacher · Abai KazNPU»; where it is none, so. */
export function placeTitle({ places }: Pick<Round, 'places'>, id: string | null, language: Language): string {
  const place = places.find((one) => one.id === id);
  return place === undefined ? m.rd_no_place() : `${place.subjectName[language]} · ${place.organisationName[language]}`;
}
