import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ExpertPage, ExpertSession } from '../../../server/contract/expert.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { chooseLanguage, currentLanguage, hasChosenLanguage } from '../../i18n/locale.ts';
import { type Client, createClient } from '../../offline/api.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { useLoad } from '../../ui/use-load.ts';
import { Door } from '../sign-in/door.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { ExpertDesk } from './expert-desk.tsx';

/** Whom a link belongs to, and the way to the service in their name; the link's secret renews what has run out. */
function connect(secret: string): { enter(): Promise<ExpertSession>; api: Client } {
  let token: string | null = null;
  const door = createClient({ language: currentLanguage });
  const enter = async (): Promise<ExpertSession> => {
    const session = await door.send<ExpertSession>('POST', '/api/expert-sessions', { secret });
    token = session.token;
    return session;
  };
  const renew = () =>
    enter().then(
      () => true,
      () => false,
    );
  return { enter, api: createClient({ language: currentLanguage, token: () => token, renew }) };
}

/** The page of an expert, opened by a link: its secret stands behind the «#», which no browser sends to anyone. */
export function ExpertApp() {
  useLanguage();
  const [secret] = useState(() => window.location.hash.slice(1));
  const { enter, api } = useMemo(() => connect(secret), [secret]);
  const session = useLoad(secret, enter);
  useEffect(() => {
    if (session.state === 'ready' && !hasChosenLanguage()) chooseLanguage(session.value.language);
  }, [session.state]);
  if (session.state === 'loading') return <Door>{m.loading()}</Door>;
  if (session.state === 'failed') {
    const isOver = session.failure.slug === 'panel-link-over' || session.failure.slug === 'input-invalid';
    return (
      <Door>
        <Page title={m.expert_no_link()}>
          {isOver ? (
            <p>{m.expert_no_link_next()}</p>
          ) : (
            <Trouble failure={session.failure} safe="" onRetry={session.retry} />
          )}
        </Page>
      </Door>
    );
  }
  return <OwnPage api={api} />;
}

function OwnPage({ api }: { api: Client }) {
  const language = useLanguage();
  const [at, setAt] = useState(0);
  const page = useLoad(language, () => api.get<ExpertPage>('/api/expert/panel'));
  if (page.state === 'loading') return <Door>{m.loading()}</Door>;
  if (page.state === 'failed') {
    return (
      <Door>
        <Page title={m.expert_title()}>
          <Trouble failure={page.failure} safe={m.staff_nothing_lost()} onRetry={page.retry} />
        </Page>
      </Door>
    );
  }
  const { round, missedFirst } = page.value;
  if (round === null || missedFirst) {
    return (
      <Door>
        <Page
          title={missedFirst ? m.expert_missed() : m.expert_over()}
          lead={<p>{missedFirst ? m.expert_missed_next() : m.expert_over_next()}</p>}
        >
          {null}
        </Page>
      </Door>
    );
  }
  return (
    <Door>
      <ExpertDesk key={language} api={api} page={page.value} at={at} onMove={setAt} />
    </Door>
  );
}
