import { useState } from 'preact/hooks';
import type { CardRequest } from '../../../server/contract/codes.schema.ts';
import type { PupilList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Language, languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Choice } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import type { Code } from './use-class-codes.ts';

type Kind = CardRequest['kind'];

const sheets: readonly (readonly [Kind, () => string])[] = [
  ['pupil-cards', m.codes_print_pupils],
  ['guardian-cards', m.codes_print_guardians],
  ['list', m.codes_print_list],
];

/** The sheets to print, in the class's language unless another is chosen; made from the codes on this page, which nobody else has. */
export function PrintCodes({ of, codes }: { of: PupilList['class']; codes: readonly Code[] }) {
  const { session } = useStaff();
  const sending = useSend();
  const [language, setLanguage] = useState<Language>(of.language);
  const save = (kind: Kind) =>
    sending.run(async () => {
      const bare = codes.map(({ pid, pupilCode, guardianCode }) => ({ pid, pupilCode, guardianCode }));
      const body: CardRequest = { kind, language, address: location.origin, codes: bare };
      const pdf = await fetchFile(session, `/api/classes/${encodeURIComponent(of.id)}/cards`, body);
      download(`${of.name}-${kind}.pdf`, pdf);
    });
  return (
    <div class="stack">
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.codes_print_failed()} />}
      <div class="row bottom">
        <Choice
          label={m.codes_language()}
          value={language}
          options={languages.map((each) => [each, languageWords[each]()] as const)}
          onValue={setLanguage}
        />
        {sheets.map(([kind, words], index) => (
          <Button
            key={kind}
            look={index === 0 ? 'main' : 'quiet'}
            busy={sending.isBusy}
            onPress={() => void save(kind)}
          >
            {words()}
          </Button>
        ))}
      </div>
    </div>
  );
}
