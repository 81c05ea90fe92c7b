import { useState } from 'preact/hooks';
import type { AllianceCatalogue, NewNeed } from '../../../server/contract/alliance.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { choices } from './use-names.ts';

/** Asks for teachers: how many, of what, where and why. */
export function NeedForm({ year, names, onDone }: { year: string; names: AllianceCatalogue; onDone: () => void }) {
  const language = useLanguage();
  const { me, api } = useStaff();
  const { isBusy, failure, run } = useSend();
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
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await run(async () => void (await api.send('POST', '/api/alliance/needs', draft)))) onDone();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Choice
          label={m.al_subject()}
          value={draft.subject}
          options={subjects}
          onValue={(subject) => put({ subject })}
        />
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
        <Field
          label={m.al_year()}
          type="number"
          value={String(draft.year)}
          onValue={(value) => put({ year: Number(value) })}
          input={{ required: true, min: 2024, max: 2100 }}
        />
        <Field
          label={m.al_count()}
          type="number"
          value={String(draft.count)}
          onValue={(value) => put({ count: Number(value) })}
          input={{ required: true, min: 1, max: 10_000 }}
        />
      </div>
      <Field
        label={m.al_reason()}
        value={draft.reason}
        onValue={(reason) => put({ reason })}
        input={{ required: true, maxLength: 200 }}
      />
      <div class="row">
        <Button type="submit" busy={isBusy}>
          {m.al_need_send()}
        </Button>
      </div>
    </form>
  );
}
