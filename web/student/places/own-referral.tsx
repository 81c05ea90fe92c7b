import { useState } from 'preact/hooks';
import type { FamilyReferral, FamilyStep, OwnCheckIn } from '../../../server/contract/own-places.schema.ts';
import type { Referral } from '../../../server/contract/referral.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { FamilyLetter } from './family-letter.tsx';

type Props = {
  api: PupilApi;
  referral: FamilyReferral;
  onAnswer: (step: FamilyStep) => Promise<void>;
  onCheckIn: (checkIn: OwnCheckIn) => Promise<void>;
};

const statusWords: Readonly<Record<Referral['status'], () => string>> = {
  drafted: m.pl_st_drafted,
  offered: m.pl_st_offered,
  accepted: m.pl_st_accepted,
  declined: m.pl_st_declined,
  expired: m.pl_st_expired,
  revoked: m.pl_st_revoked,
  enrolled: m.pl_st_enrolled,
  'in-practice': m.pl_st_practice,
  placed: m.pl_st_placed,
  left: m.pl_st_left,
};
const stepWords = { accepted: m.pl_do_accept, declined: m.pl_do_decline, revoked: m.pl_do_revoke } as const;
const isFamilyStep = (to: string): to is FamilyStep['to'] => to in stepWords;

/** One referral as the pupil reads it: what is offered, until when, and what saying yes means. */
export function OwnReferral({ api, referral, onAnswer, onCheckIn }: Props) {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const { place, status, answerBy, steps } = referral;
  const answer = async (to: FamilyStep['to']) => {
    setBusy(true);
    await onAnswer({ referral: referral.id, to, reason: to === 'revoked' ? m.pl_revoked_by_family() : null });
    setBusy(false);
  };
  const own = steps.filter(isFamilyStep).filter((to) => to !== 'revoked' || !steps.includes('declined'));
  return (
    <div class="stack offer">
      <p>
        <strong>
          {place.subjectName[language]} · {place.organisationName[language]}
        </strong>
        <br />
        {statusWords[status]()}
        {status === 'offered' && answerBy !== null ? ` ${m.pl_answer_by({ day: formatDay(answerBy) })}` : ''}
      </p>
      {status === 'offered' || status === 'accepted' ? (
        <>
          <p class="small">{m.pl_binds_nothing()}</p>
          <p class="small">{referral.obligations}</p>
        </>
      ) : null}
      {own.length === 0 ? null : (
        <div class="row">
          {own.map((to) => (
            <Button key={to} look={to === 'accepted' ? 'main' : 'quiet'} busy={isBusy} onPress={() => void answer(to)}>
              {to === 'declined' && status === 'accepted' ? m.pl_do_revoke() : stepWords[to]()}
            </Button>
          ))}
        </div>
      )}
      <FamilyLetter api={api} party="pupil" referral={referral} />
      {status === 'accepted' && place.after === 'grade-11' ? <CheckIn referral={referral} onSend={onCheckIn} /> : null}
    </div>
  );
}

/** Once a year: is the wish still there? Saying «not any more» closes nothing by itself. */
function CheckIn({ referral, onSend }: { referral: Referral; onSend: (checkIn: OwnCheckIn) => Promise<void> }) {
  const [grade, setGrade] = useState(10);
  const [pedagogicalClass, setClass] = useState(false);
  const [mentor, setMentor] = useState(false);
  const send = (confirmed: boolean) => onSend({ referral: referral.id, grade, confirmed, pedagogicalClass, mentor });
  return (
    <details open={referral.checkInDue}>
      <summary>{m.pl_check_title()}</summary>
      <div class="stack">
        {referral.checkIns.map((one) => (
          <p key={one.at} class="small">
            {m.pl_check_was({ grade: one.grade, day: formatDay(one.at) })}{' '}
            {one.confirmed ? m.pl_check_yes() : m.pl_check_no()}
          </p>
        ))}
        <fieldset class="row">
          <legend>{m.pl_check_grade()}</legend>
          {[9, 10, 11].map((one) => (
            <label key={one} class={grade === one ? 'option on' : 'option'}>
              <input
                type="radio"
                name={`grade-${referral.id}`}
                checked={grade === one}
                onChange={() => setGrade(one)}
              />
              <span>{one}</span>
            </label>
          ))}
        </fieldset>
        <label class={pedagogicalClass ? 'option on' : 'option'}>
          <input
            type="checkbox"
            checked={pedagogicalClass}
            onChange={({ currentTarget }) => setClass(currentTarget.checked)}
          />
          <span>{m.pl_check_class()}</span>
        </label>
        <label class={mentor ? 'option on' : 'option'}>
          <input type="checkbox" checked={mentor} onChange={({ currentTarget }) => setMentor(currentTarget.checked)} />
          <span>{m.pl_check_mentor()}</span>
        </label>
        <div class="row">
          <Button onPress={() => void send(true)}>{m.pl_check_yes()}</Button>
          <Button look="quiet" onPress={() => void send(false)}>
            {m.pl_check_no()}
          </Button>
        </div>
      </div>
    </details>
  );
}
