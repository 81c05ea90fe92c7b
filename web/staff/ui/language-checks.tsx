import { type Language, languages } from '../../i18n/language.ts';
import { languageWords } from './language-words.ts';

/** Which of the languages, one or more. */
export function LanguageChecks({
  label,
  chosen,
  error,
  onChange,
}: {
  label: string;
  chosen: readonly Language[];
  error: string | undefined;
  onChange: (chosen: Language[]) => void;
}) {
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <div class="row">
        {languages.map((each) => (
          <label key={each} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(each)}
              onChange={({ currentTarget }) =>
                onChange(languages.filter((one) => (one === each ? currentTarget.checked : chosen.includes(one))))
              }
            />
            {languageWords[each]()}
          </label>
        ))}
      </div>
      {error === undefined ? null : <p class="error">{error}</p>}
    </fieldset>
  );
}
