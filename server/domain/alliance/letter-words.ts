import type { Language } from '../language.ts';

/** How places are paid for, in letters. */
export const fundingWords: Readonly<Record<'kk' | 'ru', Record<'grant' | 'paid' | 'sponsor', string>>> = {
  kk: { grant: 'мемлекеттік білім беру гранты', paid: 'ақылы негізде', sponsor: 'демеуші есебінен' },
  ru: { grant: 'государственный образовательный грант', paid: 'на платной основе', sponsor: 'за счёт спонсора' },
};

/** Languages of teaching, in letters. */
export const languageWords: Readonly<Record<'kk' | 'ru', Record<Language, string>>> = {
  kk: { kk: 'қазақ тілі', ru: 'орыс тілі', en: 'ағылшын тілі' },
  ru: { kk: 'казахский', ru: 'русский', en: 'английский' },
};
