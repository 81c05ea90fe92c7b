import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';

/** What a language is called in the reader's own. */
export const languageWords: Readonly<Record<Language, () => string>> = {
  kk: m.language_kk,
  ru: m.language_ru,
  en: m.language_en,
};
