export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same words in the three languages. */
export type Words = Readonly<Record<Language, string>>;

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The first of ours in an Accept-Language header; Kazakh where there is none. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '').slice(0, 200).split(',');
  return wanted.map((part) => part.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? 'kk';
}
