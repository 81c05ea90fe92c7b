import { useState } from 'preact/hooks';
import type { Purpose } from '../../../server/contract/consent.schema.ts';
import type { ReminderRequest } from '../../../server/contract/consent-overview.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Language, languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Choice } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import type { OverviewPupil } from './use-overview.ts';

/** As many letters as one file may have; a school's pile is printed class by class anyway. */
const mostLetters = 200;

/** Letters to take home, one a pupil: each in the pupil's own language unless one is chosen for all. */
export function PrintReminders({
  school,
  purpose,
  pupils,
}: {
  school: string;
  purpose: Purpose;
  pupils: readonly OverviewPupil[];
}) {
  useLanguage();
  const { session } = useStaff();
  const sending = useSend();
  const [chosen, setChosen] = useState<Language | 'own'>('own');
  const print = () =>
    sending.run(async () => {
      for (const language of languages) {
        const own = pupils.filter((row) => (chosen === 'own' ? row.language : chosen) === language);
        for (let at = 0; at < own.length; at += mostLetters) {
          const body: ReminderRequest = {
            purpose,
            language,
            pupils: own.slice(at, at + mostLetters).map(({ pid }) => pid),
          };
          const path = `/api/schools/${encodeURIComponent(school)}/consent-reminders`;
          download(`${purpose}-${language}.pdf`, await fetchFile(session, path, body));
        }
      }
    });
  return (
    <>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
      <Choice<Language | 'own'>
        label={m.reminders_language()}
        value={chosen}
        options={[
          ['own', m.reminders_language_own()] as const,
          ...languages.map((each) => [each, languageWords[each]()] as const),
        ]}
        onValue={setChosen}
      />
      <Button look="quiet" busy={sending.isBusy} onPress={() => void print()}>
        {m.reminders_print({ count: formatNumber(pupils.length) })}
      </Button>
    </>
  );
}
