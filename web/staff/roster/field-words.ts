import type { ImportPreview } from '../../../server/contract/roster.schema.ts';
import { m } from '../../i18n/generated/messages.js';

export type Field = NonNullable<ImportPreview['columns'][number]['field']>;
export type Action = ImportPreview['rows'][number]['action'];

export const fields: readonly Field[] = [
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
];

/** What a column of a class list holds, in the reader's words. */
export const fieldWords: Readonly<Record<Field, () => string>> = {
  ownId: m.roster_field_own_id,
  fullName: m.roster_field_full_name,
  familyName: m.roster_field_family_name,
  givenName: m.roster_field_given_name,
  patronymic: m.roster_field_patronymic,
  birthDate: m.roster_field_birth_date,
  sex: m.roster_field_sex,
  language: m.roster_field_language,
  class: m.roster_field_class,
  iin: m.roster_field_iin,
};

/** What would become of a row. */
export const actionWords: Readonly<Record<Action, () => string>> = {
  add: m.roster_action_add,
  update: m.roster_action_update,
  same: m.roster_action_same,
  ask: m.roster_action_ask,
  wrong: m.roster_action_wrong,
  skip: m.roster_action_skip,
};
