/** The three languages of the interface, in the order in which they are offered. */
export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** How each language names itself, whole and in the short form of a narrow header. */
export const languageNames: Readonly<Record<Language, { full: string; short: string }>> = {
  kk: { full: 'Қазақша', short: 'Қаз' },
  ru: { full: 'Русский', short: 'Рус' },
  en: { full: 'English', short: 'Eng' },
};

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The first of ours among the languages a browser asks for (`ru-KZ` counts as `ru`); Kazakh where there is none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'kk';
}
