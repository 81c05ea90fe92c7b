import { useMemo, useRef, useState } from 'preact/hooks';
import type { GuardianSession, ProvenGuardian } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { currentLanguage } from '../../i18n/locale.ts';
import { createPupilApi } from '../../offline/pupil-api.ts';
import { Horn } from '../../ui/horn.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { CodeForm } from '../code-form.tsx';
import { Frame } from '../frame.tsx';
import { GuardianConsent } from './guardian-consent.tsx';

/** A parent's or guardian's page: enters with a code of their own; the session lives in this page's memory only. */
export function GuardianPage() {
  const language = useLanguage();
  const [session, setSession] = useState<GuardianSession | null>(null);
  const [hasLeft, setLeft] = useState(false);
  const token = useRef<string | null>(null);
  const api = useMemo(() => createPupilApi(currentLanguage, () => token.current), []);

  const hold = (next: GuardianSession | null) => {
    token.current = next?.token ?? null;
    setSession(next);
  };
  const leave = () => {
    hold(null);
    setLeft(true);
  };
  const prove = ({ token: proven, expiresAt }: ProvenGuardian) => {
    if (session !== null) hold({ ...session, token: proven, expiresAt });
  };
  if (session !== null) {
    return <GuardianConsent api={api} session={session} language={language} onProven={prove} onLeave={leave} />;
  }
  return (
    <Frame door wide foot={<a href="/">{m.left_home()}</a>}>
      <div class="door">
        <div class="stack">
          <Horn curls={5} />
          <PageTitle quietly>{m.guardian_title()}</PageTitle>
          <p class="lead">{m.guardian_lead()}</p>
        </div>
        <Sheet>
          {hasLeft ? <Notice>{m.guardian_left()}</Notice> : null}
          <CodeForm label={m.guardian_code()} enter={async (code) => hold(await api.enterAsGuardian(code))} />
        </Sheet>
      </div>
    </Frame>
  );
}
