import type { Words } from './language.ts';
import { Problem } from './problem.ts';

/** Whether two places are called the same in Kazakh or in Russian, whatever the spaces and capitals. */
export const sameName = (a: Words, b: Words): boolean => fold(a.kk) === fold(b.kk) || fold(a.ru) === fold(b.ru);

const fold = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('kk');

/**
 * Names without blanks around them.
 * @throws Problem where one is of blanks, which is none
 */
export function tidyNames({ kk, ru, en }: Words, pointer: string): Words {
  const names = { kk: kk.trim(), ru: ru.trim(), en: en.trim() };
  if (Object.values(names).some((name) => name.length < 2))
    throw new Problem('input-invalid', { errors: [{ pointer, detail: 'a name in each language' }] });
  return names;
}
