import type { Words } from './language.ts';

/** Whether two places are called the same in Kazakh or in Russian, whatever the spaces and capitals. */
export const sameName = (a: Words, b: Words): boolean => fold(a.kk) === fold(b.kk) || fold(a.ru) === fold(b.ru);

const fold = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('kk');
