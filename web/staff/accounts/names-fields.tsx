import type { NewSchool } from '../../../server/contract/place.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';

export type Names = NewSchool['names'];

export const noNames: Names = { kk: '', ru: '', en: '' };

/** Every language has a name: where one was left empty, that of the first that was not. */
export function filled(names: Names): Names {
  const first = languages.map((each) => names[each].trim()).find((name) => name !== '') ?? '';
  const of = (name: string) => (name.trim() === '' ? first : name.trim());
  return { kk: of(names.kk), ru: of(names.ru), en: of(names.en) };
}

/** A place's name in the three languages. */
export function NamesFields({
  label,
  names,
  error,
  onNames,
}: {
  label: string;
  names: Names;
  error: string | undefined;
  onNames: (names: Names) => void;
}) {
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <div class="fields three">
        {languages.map((each, index) => (
          <Field
            key={each}
            label={languageWords[each]()}
            value={names[each]}
            onValue={(name) => onNames({ ...names, [each]: name })}
            error={index === 0 ? error : undefined}
            input={{ maxLength: 200, lang: each }}
          />
        ))}
      </div>
      <p class="small">{m.place_names_hint()}</p>
    </fieldset>
  );
}
