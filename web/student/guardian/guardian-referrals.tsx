import { useState } from 'preact/hooks';
import type { FamilyStep, GuardianReferrals as Found } from '../../../server/contract/own-places.schema.ts';
import type { Referral } from '../../../server/contract/referral.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useLoad } from '../../ui/use-load.ts';

/** Places offered to the child: what they oblige to, and a guardian's no. Shown only where there is one. */
export function GuardianReferrals({ api }: { api: PupilApi }) {
  const language = useLanguage();
  const load = useLoad(`referrals ${language}`, () => api.guardianReferrals.read(language));
  const [changed, setChanged] = useState<Found | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const found = changed ?? (load.state === 'ready' ? load.value : null);
  if (load.state === 'failed') return <FailureNotice failure={load.failure} onRetry={load.retry} />;
  if (found === null || found.referrals.length === 0) return null;
  const answer = async (step: FamilyStep) => {
    setFailure(null);
    await api.guardianReferrals.answer(step).then(setChanged, (thrown: unknown) => setFailure(asFailure(thrown)));
  };
  return (
    <Sheet title={m.gr_title()}>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {found.referrals.map((one) => (
        <Offer key={one.id} referral={one} onAnswer={answer} />
      ))}
      <p class="small">{m.gr_binds_nothing()}</p>
      <p class="small">{found.obligations}</p>
    </Sheet>
  );
}

function Offer({ referral, onAnswer }: { referral: Referral; onAnswer: (step: FamilyStep) => Promise<void> }) {
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
      {isOpen && to !== null ? (
        <div>
          <Button look="quiet" busy={isBusy} onPress={() => void say()}>
            {m.gr_decline()}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
