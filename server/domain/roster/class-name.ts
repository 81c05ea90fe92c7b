// biome-ignore format: an alphabet
const lookAlikes: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y', І: 'I',
};

/** A class as it is written in lists: «9 "а"» → «9А», with the letter kept in its alphabet. */
export const tidyClassName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(сынып|сыныбы|класс|class|grade)/giu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
    .slice(0, 20);

/** What tells classes apart: «9A» typed in Latin is «9А» in Cyrillic, but «9Ә» is not «9А». */
export const classKey = (name: string): string =>
  [...tidyClassName(name)].map((sign) => lookAlikes[sign] ?? sign).join('');

/** The grade a class's name begins with, 1–12; null where it names none. */
export function gradeOf(name: string): number | null {
  const grade = Number(/^\d{1,2}/.exec(tidyClassName(name))?.[0] ?? '0');
  return grade >= 1 && grade <= 12 ? grade : null;
}
