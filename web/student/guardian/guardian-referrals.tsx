import { useState } from 'preact/hooks';
import type {
  FamilyReferral,
  FamilyStep,
  GuardianReferrals as Found,
} from '../../../server/contract/own-places.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useLoad } from '../../ui/use-load.ts';
import { FamilyLetter } from '../places/family-letter.tsx';
import { placesAnchor } from '../places/offer-notice.tsx';

export type GuardianReferralsDesk = {
  found: Found | null;
  failure: ApiFailure | null;
  again: (() => void) | null;
  answer: (step: FamilyStep) => Promise<void>;
};

/** The child's referrals: for the notice above the page and for the sheet below it. */
export function useGuardianReferrals(api: PupilApi): GuardianReferralsDesk {
  const language = useLanguage();
  const load = useLoad(`referrals ${language}`, () => api.guardianReferrals.read(language));
  const [changed, setChanged] = useState<Found | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const answer = async (step: FamilyStep) => {
    setFailure(null);
    await api.guardianReferrals.answer(step).then(setChanged, (thrown: unknown) => setFailure(asFailure(thrown)));
  };
  return {
    found: changed ?? (load.state === 'ready' ? load.value : null),
    failure: load.state === 'failed' ? load.failure : failure,
    again: load.state === 'failed' ? load.retry : null,
    answer,
  };
}

/** Places offered to the child: what they oblige to, the letter, and a guardian's no. Shown only where there is one. */
export function GuardianReferrals({ api, desk }: { api: PupilApi; desk: GuardianReferralsDesk }) {
  const { found, failure, again, answer } = desk;
  if (again !== null && failure !== null) return <FailureNotice failure={failure} onRetry={again} />;
  if (found === null || found.referrals.length === 0) return null;
  return (
    <div id={placesAnchor}>
      <Sheet title={m.gr_title()}>
        {failure === null ? null : <FailureNotice failure={failure} />}
        {found.referrals.map((one) => (
          <Offer key={one.id} api={api} referral={one} onAnswer={answer} />
        ))}
        <p class="small">{m.gr_binds_nothing()}</p>
      </Sheet>
    </div>
  );
}

type OfferProps = { api: PupilApi; referral: FamilyReferral; onAnswer: (step: FamilyStep) => Promise<void> };

function Offer({ api, referral, onAnswer }: OfferProps) {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const { id, place, status, answerBy, steps } = referral;
  const to = steps.includes('declined') ? 'declined' : steps.includes('revoked') ? 'revoked' : null;
  const isOpen = status === 'offered' || status === 'accepted';
  const say = async () => {
    if (to === null) return;
    setBusy(true);
    await onAnswer({ referral: id, to, reason: to === 'revoked' ? m.pl_revoked_by_family() : null });
    setBusy(false);
  };
  return (
    <div class="stack">
      <p>
        <strong>
          {place.subjectName[language]} · {place.organisationName[language]}
        </strong>
        <br />
        {status === 'offered' ? m.gr_offered() : status === 'accepted' ? m.gr_accepted() : m.gr_other()}
        {status === 'offered' && answerBy !== null ? ` ${m.gr_until({ day: formatDay(answerBy) })}` : ''}
      </p>
      {isOpen ? <p class="small">{referral.obligations}</p> : null}
      {isOpen && to !== null ? (
        <div>
          <Button look="quiet" busy={isBusy} onPress={() => void say()}>
            {m.gr_decline()}
          </Button>
        </div>
      ) : null}
      <FamilyLetter api={api} party="guardian" referral={referral} />
    </div>
  );
}
