import type { PriorityRule, ReserveKind } from '../../contract/round.schema.ts';
import type { Candidate, Place, Pool } from '../allocation/types.ts';
import type { Language } from '../language.ts';

/** What of a place the rules look at. */
export type RuledPlace = {
  readonly id: string;
  readonly language: Language;
  readonly district: string | null;
  readonly quota: number;
  readonly reserved: readonly { readonly kind: ReserveKind; readonly seats: number }[];
  readonly lowerTarget: number;
  readonly priority: readonly PriorityRule[];
};

/** What of a candidate the rules look at: where they live, their language, documented shares. No score, no band, no recommendation. */
export type RuledCandidate = {
  readonly code: string;
  readonly wishes: readonly string[];
  readonly district: string;
  readonly language: Language;
  readonly locality: 'rural' | 'urban';
  readonly reserves: readonly ReserveKind[];
};

/**
 * The pool as the rules see it. A candidate's class at a place is the number of the place's first rule that holds for them
 * (1 for the first), and one more than the rules there are where none holds.
 */
export function roundPool(
  places: readonly RuledPlace[],
  candidates: readonly RuledCandidate[],
  lotterySeed: string,
): Pool {
  return {
    places: places.map(toPlace),
    candidates: candidates.map((candidate) => toCandidate(candidate, places)),
    lotterySeed,
  };
}

const toPlace = ({ id, quota, reserved, lowerTarget, language, district }: RuledPlace): Place => ({
  id,
  quota,
  reserved: reserved
    .filter(({ seats }) => seats > 0)
    .map(({ kind, seats }) => ({ kind: shareName(kind, language, district), seats })),
  lowerTarget,
});

function toCandidate(candidate: RuledCandidate, places: readonly RuledPlace[]): Candidate {
  const { code, wishes, district, language, locality, reserves } = candidate;
  const wished = new Set(wishes);
  return {
    id: code,
    wishes,
    classes: Object.fromEntries(
      places.filter(({ id }) => wished.has(id)).map((place) => [place.id, classAt(candidate, place)]),
    ),
    reserves: [`language:${language}`, `district:${district}`, ...(locality === 'rural' ? ['rural'] : []), ...reserves],
  };
}

/** Shares that depend on the place are named by what they ask: `language:kk`, `district:d-61-1`. */
const shareName = (kind: ReserveKind, language: Language, district: string | null): string => {
  if (kind === 'language') return `language:${language}`;
  return kind === 'district' ? `district:${district ?? ''}` : kind;
};

export function classAt(candidate: RuledCandidate, { priority, district, language }: RuledPlace): number {
  const holds: Readonly<Record<PriorityRule, boolean>> = {
    district: district !== null && candidate.district === district,
    language: candidate.language === language,
    rural: candidate.locality === 'rural',
  };
  const first = priority.findIndex((rule) => holds[rule]);
  return first === -1 ? priority.length + 1 : first + 1;
}
