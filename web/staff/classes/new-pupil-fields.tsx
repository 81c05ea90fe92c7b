import type { NewPupil } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';

export type NewPupilDraft = Omit<NewPupil, 'iin'> & { iin: string };

/** The fields of a new pupil; `wrong`: those the server did not accept. */
export function NewPupilFields({
  draft,
  wrong,
  onChange,
}: {
  draft: NewPupilDraft;
  wrong: ReadonlySet<string>;
  onChange: (draft: NewPupilDraft) => void;
}) {
  const put = (change: Partial<NewPupilDraft>) => onChange({ ...draft, ...change });
  const faultOf = (field: keyof NewPupilDraft, words: string) => (wrong.has(field) ? words : undefined);
  return (
    <>
      <div class="fields">
        <Field
          label={m.add_family_name()}
          value={draft.familyName}
          onValue={(familyName) => put({ familyName })}
          error={faultOf('familyName', m.add_name_wrong())}
          input={{ required: true, maxLength: 80 }}
        />
        <Field
          label={m.add_given_name()}
          value={draft.givenName}
          onValue={(givenName) => put({ givenName })}
          error={faultOf('givenName', m.add_name_wrong())}
          input={{ required: true, maxLength: 80 }}
        />
        <Field
          label={m.add_birth_date()}
          type="date"
          value={draft.birthDate}
          onValue={(birthDate) => put({ birthDate })}
          error={faultOf('birthDate', m.add_birth_date_wrong())}
          input={{ required: true, min: '2000-01-01' }}
        />
        <Choice
          label={m.add_language()}
          value={draft.language}
          options={languages.map((each) => [each, languageWords[each]()] as const)}
          onValue={(language) => put({ language })}
        />
        <Choice
          label={m.add_sex()}
          value={draft.sex}
          options={[
            ['undisclosed', m.add_sex_undisclosed()],
            ['female', m.add_sex_female()],
            ['male', m.add_sex_male()],
          ]}
          onValue={(sex) => put({ sex })}
        />
        <Field
          label={m.add_iin()}
          value={draft.iin}
          onValue={(iin) => put({ iin })}
          error={faultOf('iin', m.add_iin_wrong())}
          input={{ inputMode: 'numeric', maxLength: 12, pattern: '[0-9]{12}', title: m.add_iin_form() }}
        />
      </div>
      <p class="small">{m.add_privacy()}</p>
    </>
  );
}
