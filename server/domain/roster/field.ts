/** What a class list may tell of a pupil. */
export const rosterFields = [
  'ownId',
  'fullName',
  'familyName',
  'givenName',
  'patronymic',
  'birthDate',
  'sex',
  'language',
  'class',
  'iin',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** Which field each column of a file holds; null where it is none of ours. */
export type RosterColumns = readonly (RosterField | null)[];
