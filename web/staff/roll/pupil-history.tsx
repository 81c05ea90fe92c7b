import type { PupilCard } from '../../../server/contract/roll.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Details } from '../ui/details.tsx';

type Change = PupilCard['changes'][number];

const fieldWords: Readonly<Record<Change['field'], () => string>> = {
  familyName: m.add_family_name,
  givenName: m.add_given_name,
  patronymic: m.roster_field_patronymic,
  birthDate: m.add_birth_date,
  language: m.add_language,
  sex: m.add_sex,
  class: m.classes_class,
  hasLeft: m.roll_field_left,
};

/** What was changed, when and by whom. */
export function PupilHistory({ changes }: { changes: readonly Change[] }) {
  return (
    <Details summary={m.roll_history()}>
      {changes.length === 0 ? <p class="soft">{m.roll_history_empty()}</p> : null}
      <ol class="log">
        {changes.map((change) => (
          <li key={`${change.at} ${change.field}`}>
            <span class="small">
              {formatInstant(change.at)}, {change.by}
            </span>
            <br />
            {fieldWords[change.field]()}: {valueWords(change.from)} → <b>{valueWords(change.to)}</b>
          </li>
        ))}
      </ol>
    </Details>
  );
}

const words: Readonly<Record<string, () => string>> = {
  yes: m.roll_yes,
  no: m.roll_no,
  kk: m.language_kk,
  ru: m.language_ru,
  en: m.language_en,
  female: m.add_sex_female,
  male: m.add_sex_male,
  undisclosed: m.add_sex_undisclosed,
};

const valueWords = (value: string): string => (value === '' ? '—' : (words[value]?.() ?? value));
