import { useState } from 'preact/hooks';
import type { PaperDesk } from '../../../server/contract/paper.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Language, languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { languageWords } from '../ui/language-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** The form to be filled in by hand, in the language the pupil reads. */
export function PrintForm({ pid, desk }: { pid: string; desk: PaperDesk }) {
  const { session } = useStaff();
  const [language, setLanguage] = useState<Language>(desk.language);
  const [withCode, setWithCode] = useState(false);
  const sending = useSend();
  const print = () =>
    sending.run(async () => {
      const body = { language, withCode, address: location.origin };
      download('ustaz-form.pdf', await fetchFile(session, `/api/pupils/${pid}/paper-form`, body));
    });
  return (
    <section class="sheet stack">
      <h2>{m.paperform_print_title()}</h2>
      <p>{m.paperform_print_lead()}</p>
      <div class="row">
        <label>
          {m.paperform_language()}{' '}
          <select
            class="input"
            value={language}
            onChange={({ currentTarget }) =>
              setLanguage(languages.find((one) => one === currentTarget.value) ?? desk.language)
            }
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageWords[one]()}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={withCode}
            onChange={({ currentTarget }) => setWithCode(currentTarget.checked)}
          />{' '}
          {m.paperform_with_code()}
        </label>
      </div>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <div>
        <Button look="quiet" busy={sending.isBusy} onPress={() => void print()}>
          {m.paperform_print()}
        </Button>
      </div>
    </section>
  );
}
