import type { Language } from '../language.ts';

const sexes: Readonly<Record<'female' | 'male', readonly string[]>> = {
  female: ['f', 'female', 'girl', 'w', 'ж', 'жен', 'женский', 'девочка', 'девушка', 'ә', 'әйел', 'қыз', 'қыз бала'],
  male: ['m', 'male', 'boy', 'м', 'муж', 'мужской', 'мальчик', 'юноша', 'е', 'ер', 'еркек', 'ұл', 'ұл бала'],
};

const tongues: Readonly<Record<Language, readonly string[]>> = {
  kk: ['kk', 'kaz', 'kz', 'kazakh', 'қаз', 'қазақ', 'қазақша', 'қазақ тілі', 'каз', 'казахский', 'казахский язык', 'қ'],
  ru: ['ru', 'rus', 'russian', 'рус', 'русский', 'русский язык', 'орыс', 'орысша', 'орыс тілі', 'р', 'о'],
  en: ['en', 'eng', 'english', 'англ', 'английский', 'ағылшын', 'ағылшынша', 'ағылшын тілі'],
};

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.«»"]/g, '')
    .trim();

/** The sex a word of a class list tells; null: no such word. */
export const sexOf = (text: string): 'female' | 'male' | null =>
  sexes.female.includes(bare(text)) ? 'female' : sexes.male.includes(bare(text)) ? 'male' : null;

/** The language of teaching a word of a class list tells; null: no such word. */
export function languageOf(text: string): Language | null {
  const word = bare(text).split('-')[0] ?? '';
  if (tongues.kk.includes(word)) return 'kk';
  if (tongues.ru.includes(word)) return 'ru';
  return tongues.en.includes(word) ? 'en' : null;
}
