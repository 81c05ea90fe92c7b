import type { FamilyReferral } from '../../../server/contract/own-places.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';

/** Where the sheet of places stands on a page. */
export const placesAnchor = 'places';

/** What waits for the family's answer, said before anything else: the sheet itself is far down the page. */
export function OfferNotice({
  referrals,
  party,
}: {
  referrals: readonly FamilyReferral[];
  party: 'pupil' | 'guardian';
}) {
  const offered = referrals.filter(({ status }) => status === 'offered');
  const day = offered.flatMap(({ answerBy }) => (answerBy === null ? [] : [answerBy])).sort()[0];
  const isDue = party === 'pupil' && referrals.some(({ checkInDue }) => checkInDue);
  if (day === undefined && !isDue) return null;
  const offer = party === 'pupil' ? m.pl_notice_offer : m.gr_notice_offer;
  return (
    <Notice tone="warn">
      <p>
        <strong>{day === undefined ? m.pl_notice_check() : offer({ day: formatDay(day) })}</strong>
      </p>
      <p>
        <a href={`#${placesAnchor}`}>{party === 'pupil' ? m.pl_notice_go() : m.gr_notice_go()}</a>
      </p>
    </Notice>
  );
}
