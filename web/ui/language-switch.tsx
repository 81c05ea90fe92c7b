import { m } from '../i18n/generated/messages.js';
import { type Language, languageNames, languages } from '../i18n/language.ts';
import { chooseLanguage, isLanguageRefused } from '../i18n/locale.ts';
import { Notice } from './notice.tsx';
import { useLanguage } from './use-language.ts';

/** Three small buttons, each in its own language; the place in the page is kept. `form`: whole names where there is room. */
export function LanguageSwitch({
  form = 'short',
  offer = languages,
}: {
  form?: 'short' | 'full';
  offer?: readonly Language[];
}) {
  const chosen = useLanguage();
  return (
    // The name is in three languages, because whoever looks for it may read none but their own.
    <fieldset class="languages" aria-label="Тіл · Язык · Language">
      {offer.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={chosen === language}
          aria-label={languageNames[language].full}
          onClick={() => chooseLanguage(language)}
        >
          {languageNames[language][form]}
        </button>
      ))}
    </fieldset>
  );
}

/** Says so where the language chosen last cannot be shown now. */
export function LanguageNotice() {
  useLanguage();
  return isLanguageRefused() ? <Notice tone="warn">{m.language_needs_network()}</Notice> : null;
}
