import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Page } from '../ui/page.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  useLanguage();
  return (
    <Page title={m.not_found_title()} lead={m.not_found_lead()}>
      <p>
        <a class="button quiet" href="/staff">
          {m.not_found_home()}
        </a>
      </p>
    </Page>
  );
}
