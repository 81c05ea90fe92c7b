import { useState } from 'preact/hooks';
import type { Assent, ConsentSummary, Purpose } from '../../../server/contract/consent.schema.ts';
import type { GuardianSession, ProvenGuardian } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { OwnCaseSheet } from '../case/own-case-sheet.tsx';
import { ErasureRequest } from '../erasure-request.tsx';
import { Frame } from '../frame.tsx';
import { LoadedPart } from '../loaded-part.tsx';
import { OfferNotice } from '../places/offer-notice.tsx';
import { WordingText } from '../wording-text.tsx';
import { ConsentLog } from './consent-log.tsx';
import { ConsentStanding, standingOf } from './consent-standing.tsx';
import { Decision } from './decision.tsx';
import { GuardianProof } from './guardian-proof.tsx';
import { GuardianReferrals, useGuardianReferrals } from './guardian-referrals.tsx';
import { NamingDecisions } from './naming-decisions.tsx';
import { ReceivedList } from './received-list.tsx';

type Props = {
  api: PupilApi;
  session: GuardianSession;
  language: Language;
  onProven: (proven: ProvenGuardian) => void;
  onLeave: () => void;
};

/** What is asked of a guardian, where it stands, and every way to change it. */
export function GuardianConsent({ api, session, language, onProven, onLeave }: Props) {
  const wording = useLoad(language, () => api.wording('guardian', language));
  const consents = useLoad('consents', api.guardianConsents);
  const foot = (
    <Button look="plain" onPress={onLeave}>
      {m.guardian_done()}
    </Button>
  );
  return (
    <Frame demo={session.demo} foot={foot}>
      <p class="soft">
        {m.guardian_child({ name: session.pupil.firstName })} · {session.school[language]}
      </p>
      <LoadedPart load={consents}>
        {(first) => (
          <LoadedPart load={wording}>
            {(text) => <Asked {...{ api, session, language, text, first, onProven, onLeave }} />}
          </LoadedPart>
        )}
      </LoadedPart>
    </Frame>
  );
}

type AskedProps = Props & { text: Awaited<ReturnType<PupilApi['wording']>>; first: ConsentSummary };

/** Says the guardian's word on one purpose; resolves to false where it did not arrive. */
export type Decide = (purpose: Purpose, action: Assent['action'], wording: string) => Promise<boolean>;

function Asked({ api, session, language, text, first, onProven, onLeave }: AskedProps) {
  const [summary, setSummary] = useState(first);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const decide: Decide = async (purpose, action, wording) => {
    setBusy(true);
    setFailure(null);
    const said = await api.consentAsGuardian({ purpose, action, wording, language }).catch(asFailure);
    setBusy(false);
    const isHeard = 'purposes' in said;
    if (isHeard) setSummary(said);
    else setFailure(said);
    return isHeard;
  };
  const standing = standingOf(summary);
  const referrals = useGuardianReferrals(api);
  const decideFirst = async (action: Assent['action']) => {
    await decide('assessment', action, text.id);
    window.scrollTo(0, 0);
  };
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      <OfferNotice party="guardian" referrals={referrals.found?.referrals ?? []} />
      <ConsentStanding standing={standing} />
      <WordingText text={text} fieldsTitle={m.guardian_fields()} />
      {failure === null ? null : (
        <FailureNotice failure={failure} {...(failure.status === 401 ? { onRetry: onLeave } : {})} />
      )}
      <Decision standing={standing} text={text} isBusy={isBusy} onDecide={decideFirst} />
      <GuardianProof {...{ api, session, onProven }} />
      <NamingDecisions {...{ api, language, summary, isBusy, decide }} />
      <ReceivedList received={summary.received} />
      <ConsentLog events={summary.events} />
      <OwnCaseSheet api={api} party="guardian" />
      <GuardianReferrals api={api} desk={referrals} />
      <ErasureRequest api={api.erasure('guardian')} party="guardian" />
    </>
  );
}
