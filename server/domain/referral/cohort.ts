import { type ReferralEvent, stateOf } from './history.ts';
import type { ReferralStatus } from './status.ts';

export type Followed = {
  readonly year: number;
  readonly region: string;
  readonly events: readonly ReferralEvent[];
  readonly unt: 'passed' | 'not-passed' | null;
  readonly teachesAt: string | null;
};

const parts = ['offered', 'accepted', 'untPassed', 'enrolled', 'placed', 'teaching', 'left'] as const;
type Part = (typeof parts)[number];
export type CohortRow = { year: number; region: string } & Record<Part, number | null>;

/** Fewer than this are not told: a referral is a person, and so is the difference of two cells. */
const fewest = 5;

/**
 * How far each year's referrals of a region came; a person counts once at every step they have reached. A cell under five is
 * null; so is one that differs from a told neighbour by fewer than five, unless they are equal.
 */
export function cohortRows(referrals: readonly Followed[], now: Date): CohortRow[] {
  const rows = new Map<string, { year: number; region: string; counts: Record<Part, number> }>();
  for (const one of referrals) {
    const key = `${one.year}|${one.region}`;
    const row = rows.get(key) ?? {
      year: one.year,
      region: one.region,
      counts: { offered: 0, accepted: 0, untPassed: 0, enrolled: 0, placed: 0, teaching: 0, left: 0 },
    };
    for (const part of parts) if (reached(one, part, now)) row.counts[part] += 1;
    rows.set(key, row);
  }
  return [...rows.values()]
    .sort((a, b) => b.year - a.year || (a.region < b.region ? -1 : 1))
    .map(({ year, region, counts }) => ({ year, region, ...told(counts) }));
}

function reached({ events, unt, teachesAt }: Followed, part: Part, now: Date): boolean {
  const was = (status: ReferralStatus): boolean => events.some(({ to }) => to === status);
  if (part === 'untPassed') return unt === 'passed';
  if (part === 'teaching') return teachesAt !== null && stateOf(events, now)?.status === 'placed';
  return was(part);
}

function told(counts: Readonly<Record<Part, number>>): Record<Part, number | null> {
  const kept: number[] = [];
  const tell = (count: number): number | null => {
    if (count < fewest || kept.some((other) => other !== count && Math.abs(other - count) < fewest)) return null;
    kept.push(count);
    return count;
  };
  const { offered, accepted, untPassed, enrolled, placed, teaching, left } = counts;
  return {
    offered: tell(offered),
    accepted: tell(accepted),
    untPassed: tell(untPassed),
    enrolled: tell(enrolled),
    placed: tell(placed),
    teaching: tell(teaching),
    left: tell(left),
  };
}
