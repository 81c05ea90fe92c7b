import { useState } from 'preact/hooks';
import type { AllianceCatalogue, NewNeed } from '../../../server/contract/alliance.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { LineForm } from './line-form.tsx';
import { choices } from './use-names.ts';

/** Asks for teachers: how many, of what, where and why. */
export function NeedForm({ year, names, onDone }: { year: string; names: AllianceCatalogue; onDone: () => void }) {
  const language = useLanguage();
  const { me } = useStaff();
  const districts = choices(
    names.districts.filter(({ region }) => region === me.region),
    language,
  );
  const subjects = choices(names.subjects, language);
  const [draft, setDraft] = useState<NewNeed>({
    subject: subjects[0]?.[0] ?? '',
    language: 'kk',
    district: districts[0]?.[0] ?? '',
    year: Number(year),
    count: 1,
    reason: '',
  });
  const put = (change: Partial<NewNeed>) => setDraft({ ...draft, ...change });
  return (
    <LineForm
      path="/api/alliance/needs"
      draft={draft}
      onDraft={put}
      bodyOf={(one) => one}
      send={m.al_need_send()}
      onDone={onDone}
      after={
        <Field
          label={m.al_reason()}
          value={draft.reason}
          onValue={(reason) => put({ reason })}
          input={{ required: true, maxLength: 200 }}
        />
      }
    >
      <Choice label={m.al_subject()} value={draft.subject} options={subjects} onValue={(subject) => put({ subject })} />
      <Choice
        label={m.al_language()}
        value={draft.language}
        options={languages.map((one) => [one, languageWords[one]()] as const)}
        onValue={(chosen) => put({ language: chosen })}
      />
      <Choice
        label={m.al_district()}
        value={draft.district}
        options={districts}
        onValue={(district) => put({ district })}
      />
    </LineForm>
  );
}
