import { useEffect, useState } from 'preact/hooks';
import type { OidcProviders, OidcVisit } from '../../../server/contract/oidc.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { currentLanguage } from '../../i18n/locale.ts';
import { createClient } from '../../offline/api.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

const client = createClient({ language: currentLanguage });

/** A button for each identity provider of this installation; nothing where there is none. */
export function ProviderButtons() {
  const language = useLanguage();
  const [providers, setProviders] = useState<OidcProviders['providers']>([]);
  const sending = useSend();
  useEffect(() => {
    client.get<OidcProviders>('/api/oidc/providers').then(
      (found) => setProviders(found.providers),
      // The password still works.
      () => undefined,
    );
  }, []);
  if (providers.length === 0) return null;
  const go = (provider: string) =>
    void sending.run(async () => {
      const { url } = await client.send<OidcVisit>('POST', '/api/oidc/visits', { provider });
      window.location.assign(url);
    });
  return (
    <div class="stack">
      <p class="small">{m.oidc_or()}</p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe="" />}
      {providers.map(({ id, names }) => (
        <Button key={id} look="quiet" wide busy={sending.isBusy} onPress={() => go(id)}>
          {m.oidc_enter({ name: names[language] })}
        </Button>
      ))}
    </div>
  );
}
