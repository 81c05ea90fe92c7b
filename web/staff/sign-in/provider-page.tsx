import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Session } from '../session/session.ts';
import { Page } from '../ui/page.tsx';
import { CodeField } from './code-field.tsx';
import { Door } from './door.tsx';

/** Back from an identity provider: its answer is given to the service at once, and leaves the address bar. */
export function ProviderPage({ session }: { session: Session }) {
  const { route } = useLocation();
  const [query] = useState(() => window.location.search);
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const enter = async (given?: string) => {
    try {
      await session.signInVia(query, given);
      route('/staff', true);
    } catch (thrown) {
      const failed = asFailure(thrown);
      if (failed.slug === 'second-factor-needed') setCode('');
      else setFailure(failed);
    }
  };
  useEffect(() => {
    window.history.replaceState(null, '', '/staff/oidc');
    void enter();
  }, []);
  return (
    <Door>
      <Page title={failure === null || code !== null ? m.oidc_title() : m.oidc_failed()}>
        {failure === null ? null : <Failed failure={failure} />}
        {code === null ? (
          failure === null ? (
            <p role="status">{m.oidc_wait()}</p>
          ) : (
            <p>
              <a class="button quiet" href="/staff">
                {m.oidc_back()}
              </a>
            </p>
          )
        ) : (
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault();
              setFailure(null);
              void enter(code);
            }}
          >
            <CodeField value={code} onValue={setCode} />
            <Button type="submit" wide>
              {m.sign_in_enter()}
            </Button>
          </form>
        )}
      </Page>
    </Door>
  );
}

function Failed({ failure }: { failure: ApiFailure }) {
  const words = failure.slug === 'oidc-unknown' ? m.oidc_unknown() : (failure.problem?.title ?? m.error_network());
  return (
    <Notice tone="bad">
      <p>{words}</p>
    </Notice>
  );
}
