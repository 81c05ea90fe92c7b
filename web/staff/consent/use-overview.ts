import { useLocation } from 'preact-iso/router';
import type { Purpose } from '../../../server/contract/consent.schema.ts';
import type { ConsentOverview } from '../../../server/contract/consent-overview.schema.ts';
import { type Got, useGet } from '../ui/use-get.ts';

export type OverviewPupil = ConsentOverview['pupils'][number];

export const purposes: readonly Purpose[] = ['assessment', 'department', 'university', 'sponsor'];
export const gaps = ['guardian', 'pupil', 'any', 'none'] as const;
export type Gap = (typeof gaps)[number];

export type Overview = {
  got: Got<ConsentOverview>;
  purpose: Purpose;
  gap: Gap;
  only: string;
  choose: (change: { purpose?: Purpose; missing?: Gap; class?: string }) => void;
};

/** Who of a school is missing what; the question stands in the address, so that it can be kept and sent. */
export function useOverview(school: string): Overview {
  const { path, query, route } = useLocation();
  const purpose = purposes.find((each) => each === query.purpose) ?? 'assessment';
  const gap = gaps.find((each) => each === query.missing) ?? 'any';
  const got = useGet<ConsentOverview>(`/api/schools/${encodeURIComponent(school)}/consents?purpose=${purpose}`);
  const choose: Overview['choose'] = (change) => {
    const wanted = Object.entries({ ...query, ...change }).filter(([, value]) => value !== '');
    route(`${path}?${new URLSearchParams(Object.fromEntries(wanted))}`, true);
  };
  return { got, purpose, gap, only: query.class ?? '', choose };
}

/** Is this what is asked for? `none`: both are there. */
export function hasGap({ guardian, pupil }: OverviewPupil, gap: Gap): boolean {
  if (gap === 'none') return guardian === 'given' && pupil === 'given';
  if (gap === 'guardian') return guardian !== 'given';
  if (gap === 'pupil') return pupil !== 'given';
  return guardian !== 'given' || pupil !== 'given';
}
