export type NameParts = { familyName: string; givenName: string; patronymic: string | null };

/** «Сәрсенова Айнұр Болатқызы» → family name, given name, the rest; null where there are not two words. */
export function splitFullName(text: string): NameParts | null {
  const [familyName = '', givenName = '', ...rest] = text.split(' ').filter((word) => word !== '');
  if (familyName === '' || givenName === '') return null;
  return { familyName, givenName, patronymic: rest.length === 0 ? null : rest.join(' ') };
}
