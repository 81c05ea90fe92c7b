import { useState } from 'preact/hooks';
import type { ConsentSummary, Wording } from '../../../server/contract/consent.schema.ts';
import type { GuardianSession } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { OwnCaseSheet } from '../case/own-case-sheet.tsx';
import { Frame } from '../frame.tsx';
import { LoadedPart } from '../loaded-part.tsx';
import { WordingText } from '../wording-text.tsx';
import { ConsentLog } from './consent-log.tsx';
import { ConsentStanding, type GuardianStanding, standingOf } from './consent-standing.tsx';
import { Decision } from './decision.tsx';

type Props = { api: PupilApi; session: GuardianSession; language: Language; onLeave: () => void };

/** What is asked of a guardian, where it stands, and every way to change it. */
export function GuardianConsent({ api, session, language, onLeave }: Props) {
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
        {(summary) => (
          <LoadedPart load={wording}>
            {(text) => <Asked api={api} text={text} first={summary} onLeave={onLeave} />}
          </LoadedPart>
        )}
      </LoadedPart>
    </Frame>
  );
}

type AskedProps = { api: PupilApi; text: Wording; first: ConsentSummary; onLeave: () => void };

function Asked({ api, text, first, onLeave }: AskedProps) {
  const [summary, setSummary] = useState(first);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const decide = async (action: 'given' | 'withdrawn') => {
    setBusy(true);
    setFailure(null);
    const decision = { purpose: 'assessment', action, wording: text.id, language: text.language } as const;
    await api.consentAsGuardian(decision).then(setSummary, (thrown: unknown) => setFailure(asFailure(thrown)));
    setBusy(false);
    window.scrollTo(0, 0);
  };
  const standing: GuardianStanding = standingOf(summary);
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      <ConsentStanding standing={standing} />
      <WordingText text={text} fieldsTitle={m.guardian_fields()} />
      {failure === null ? null : (
        <FailureNotice failure={failure} {...(failure.status === 401 ? { onRetry: onLeave } : {})} />
      )}
      <Decision standing={standing} text={text} isBusy={isBusy} onDecide={decide} />
      <ConsentLog events={summary.events} />
      <OwnCaseSheet api={api} party="guardian" />
    </>
  );
}
