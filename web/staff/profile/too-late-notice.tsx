import type { Profile } from '../../../server/contract/school.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';

/** Answers given after the campaign had closed are kept apart; whoever talks with the pupil should know that they are there. */
export function TooLateNotice({ profile: { sitting } }: { profile: Profile }) {
  const tooLate = sitting?.tooLate ?? null;
  if (tooLate === null) return null;
  return (
    <Notice>
      <p>{m.profile_too_late({ count: formatNumber(tooLate.items), day: formatDay(tooLate.since) })}</p>
    </Notice>
  );
}
