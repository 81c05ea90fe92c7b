import type { NewStaff } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import type { ApiFailure } from '../../offline/failure.ts';
import { Choice, Field } from '../ui/field.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { languageWords } from '../ui/language-words.ts';

export type Person = Pick<NewStaff, 'name' | 'email' | 'language'>;

type Props = { person: Person; failure: ApiFailure | null; onChange: (change: Partial<Person>) => void };

/** Who is invited: the name and the address. */
export function NameFields({ person, failure, onChange }: Props) {
  const wrong = wrongFields(failure);
  const said = (name: string) => (wrong.has(name) ? m.staff_field_wrong() : undefined);
  return (
    <>
      <Field
        label={m.staff_name()}
        value={person.name}
        onValue={(name) => onChange({ name })}
        error={said('name')}
        input={{ required: true, maxLength: 120 }}
      />
      <Field
        label={m.staff_email()}
        type="email"
        value={person.email}
        onValue={(email) => onChange({ email })}
        error={failure?.slug === 'already-there' ? m.staff_email_taken() : said('email')}
        input={{ required: true, maxLength: 120 }}
      />
    </>
  );
}

/** In which language the person is spoken to. */
export function LanguageField({ person, onChange }: Omit<Props, 'failure'>) {
  return (
    <Choice
      label={m.staff_language()}
      value={person.language}
      options={languages.map((each) => [each, languageWords[each]()] as const)}
      onValue={(language) => onChange({ language })}
    />
  );
}
