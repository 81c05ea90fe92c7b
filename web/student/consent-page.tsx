import { useState } from 'preact/hooks';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { formatTime } from '../i18n/format.ts';
import { m } from '../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../offline/failure.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Frame } from './frame.tsx';

type Props = {
  session: PupilSession;
  /** When it was last asked again, still without success. */
  checkedAt: string | null;
  /** Rejects with `ApiFailure`. */
  onCheck: () => Promise<void>;
  onLeave: () => void;
};

/** The guardian's consent is not there: what is missing, that it is nobody's fault here, and who can help. */
export function ConsentPage({ session, checkedAt, onCheck, onLeave }: Props) {
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    setFailure(null);
    await onCheck().catch((thrown: unknown) => setFailure(asFailure(thrown)));
    setBusy(false);
  };
  const isWithdrawn = session.consent.guardian === 'withdrawn';
  return (
    <Frame demo={session.campaign.demo}>
      <PageTitle>{m.consent_title()}</PageTitle>
      <p>{isWithdrawn ? m.consent_withdrawn() : m.consent_missing()}</p>
      <Sheet title={m.consent_who()}>
        <ul class="points">
          <li>{m.consent_parent()}</li>
          <li>{m.consent_school()}</li>
        </ul>
      </Sheet>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {checkedAt === null ? null : <p role="status">{m.consent_still({ time: formatTime(checkedAt) })}</p>}
      <div class="stack choices">
        <Button wide busy={isBusy} onPress={check}>
          {m.consent_check()}
        </Button>
        <Button wide look="quiet" onPress={onLeave}>
          {m.finish()}
        </Button>
      </div>
    </Frame>
  );
}
