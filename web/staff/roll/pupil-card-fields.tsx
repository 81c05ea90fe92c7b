import type { PupilCard } from '../../../server/contract/roll.schema.ts';
import type { ClassList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { compareNames } from '../classes/compare-names.ts';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { useGet } from '../ui/use-get.ts';

export type Draft = Pick<PupilCard, 'familyName' | 'givenName' | 'birthDate' | 'language' | 'sex' | 'class'> & {
  patronymic: string;
};

export const draftOf = ({
  familyName,
  givenName,
  patronymic,
  birthDate,
  language,
  sex,
  class: of,
}: PupilCard): Draft => ({
  familyName,
  givenName,
  patronymic: patronymic ?? '',
  birthDate,
  language,
  sex,
  class: of,
});

/** The fields of a pupil that can be put right; the class among those of the school. */
export function PupilCardFields({
  draft,
  school,
  wrong,
  onChange,
}: {
  draft: Draft;
  school: string;
  wrong: ReadonlySet<string>;
  onChange: (draft: Draft) => void;
}) {
  const list = useGet<ClassList>(`/api/schools/${encodeURIComponent(school)}/classes`);
  const classes = [...(list.value?.classes ?? [])].sort((a, b) => compareNames(a.name, b.name));
  const put = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const name = { required: true, maxLength: 80 };
  return (
    <div class="fields">
      <Field
        label={m.add_family_name()}
        value={draft.familyName}
        onValue={(familyName) => put({ familyName })}
        input={name}
      />
      <Field
        label={m.add_given_name()}
        value={draft.givenName}
        onValue={(givenName) => put({ givenName })}
        input={name}
      />
      <Field
        label={m.roster_field_patronymic()}
        value={draft.patronymic}
        onValue={(patronymic) => put({ patronymic })}
        input={{ maxLength: 80 }}
      />
      <Field
        label={m.add_birth_date()}
        type="date"
        value={draft.birthDate}
        onValue={(birthDate) => put({ birthDate })}
        error={wrong.has('birthDate') ? m.roll_birth_date_wrong() : undefined}
        input={{ required: true }}
      />
      <Choice
        label={m.classes_class()}
        value={draft.class}
        options={
          classes.length === 0 ? [[draft.class, '…'] as const] : classes.map(({ id, name: of }) => [id, of] as const)
        }
        onValue={(id) => put({ class: id })}
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
    </div>
  );
}
