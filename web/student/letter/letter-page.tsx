import type { LetterStanding } from '../../../server/contract/referral.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { createClient } from '../../offline/api.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useLoad } from '../../ui/use-load.ts';
import { Frame } from '../frame.tsx';
import { LoadedPart } from '../loaded-part.tsx';

/** Behind a letter's QR code: in force, withdrawn, or not one of ours. Nothing about the person. */
export function LetterPage() {
  const language = useLanguage();
  const token = location.pathname.replace(/^\/letter\//, '');
  const load = useLoad(`letter ${language}`, () =>
    createClient({ language: () => language }).get<LetterStanding>(`/api/letters/${encodeURIComponent(token)}`),
  );
  return (
    <Frame demo={document.documentElement.hasAttribute('data-demo')}>
      <LoadedPart load={load}>
        {({ standing, number, issuedOn }) => (
          <Sheet>
            <PageTitle>
              {standing === 'valid' ? m.lt_valid() : standing === 'withdrawn' ? m.lt_withdrawn() : m.lt_unknown()}
            </PageTitle>
            {number === null || issuedOn === null ? null : (
              <p>{m.lt_number({ number, day: formatDay(`${issuedOn}T00:00:00Z`) })}</p>
            )}
            <p class="small">{m.lt_note()}</p>
          </Sheet>
        )}
      </LoadedPart>
    </Frame>
  );
}
