import type { Referral } from '../../../server/contract/referral.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Mark } from '../ui/mark.tsx';

/** Said under the status of a referral: what the last yearly look asks of the department. */
export function CheckInHint({ referral: { checkIns, checkInDue, status } }: { referral: Referral }) {
  const last = checkIns.at(-1);
  if (checkInDue) return <span class="small"> {m.rf_check_due()}</span>;
  return status === 'accepted' && last?.confirmed === false ? <span class="small"> {m.rf_check_doubts()}</span> : null;
}

/** The pupil's own yearly looks: is the wish still there, is there a pedagogical class and a mentor? */
export function CheckIns({ referral }: { referral: Referral }) {
  const { checkIns, checkInDue } = referral;
  if (checkIns.length === 0 && !checkInDue) return null;
  return (
    <>
      <h3>{m.rf_check_title()}</h3>
      {checkInDue ? <p>{m.rf_check_due_long()}</p> : null}
      <ul class="plain-list">
        {checkIns.map(({ at, grade, confirmed, pedagogicalClass, mentor }) => (
          <li key={at}>
            {m.rf_check_was({ grade, day: formatDay(at) })}{' '}
            <Mark tone={confirmed ? 'good' : 'warn'}>{confirmed ? m.rf_check_yes() : m.rf_check_doubts()}</Mark>{' '}
            <span class="small">
              {pedagogicalClass ? m.rf_check_class() : m.rf_check_no_class()},{' '}
              {mentor ? m.rf_check_mentor() : m.rf_check_no_mentor()}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
