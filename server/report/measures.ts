import type { Words } from '../domain/language.ts';
import { mainScales } from '../domain/main-scales.ts';
import type { Measure } from '../domain/rollup/measure.ts';
import type { ShelvedInstrument } from '../instrument-shelf.ts';
import { themeName, themeNote } from './theme-words.ts';

/** `note`: how to read it, where that is not plain. */
export type NamedMeasure = Measure & { name: Words; classNames?: readonly Words[]; note?: Words };

/**
 * Everything a report counts of a form: its main scales and those that are for groups only; with a propensity table or
 * careers, invitations and fields too.
 */
export function measuresOf(shelved: ShelvedInstrument): NamedMeasure[] {
  return [...scalesOf(shelved), ...themesOf(shelved), ...invitationsOf(shelved), ...fieldsOf(shelved)];
}

function scalesOf(shelved: ShelvedInstrument): NamedMeasure[] {
  const main = mainScales(shelved.instrument);
  const { scales } = shelved.planFor({ language: 'en', demo: false });
  const named = (language: 'kk' | 'ru' | 'en', id: string) => shelved.text(language).scales[id]?.name ?? id;
  return scales
    .filter(({ id }) => main.has(id))
    .map(({ id, lowest, highest, of }) => ({
      kind: 'scale',
      id,
      lowest,
      highest,
      /** Means of k rated items lie 1/k apart; shares of k matches too. */
      step: 1 / Math.max(1, of),
      name: { kk: named('kk', id), ru: named('ru', id), en: named('en', id) },
    }));
}

/** Distances from a key are hard to read: told as a share of the way to it from ratings that have nothing to do with it. */
function themesOf(shelved: ShelvedInstrument): NamedMeasure[] {
  const named = (language: 'kk' | 'ru' | 'en', id: string) =>
    themeName(shelved.text(language).scales[id]?.name ?? id)[language];
  return shelved
    .planFor({ language: 'en', demo: false })
    .scales.filter(({ declared }) => declared.use === 'groups')
    .map(({ id, lowest, highest }) => ({
      kind: 'scale',
      id,
      lowest: 0,
      highest: 1,
      step: finest,
      within: shareOf({ lowest, highest }),
      name: { kk: named('kk', id), ru: named('ru', id), en: named('en', id) },
      note: themeNote,
    }));
}

/** From where ratings and key are unrelated, the middle of the range, to where they agree. */
export const shareOf = ({ lowest, highest }: { lowest: number; highest: number }): readonly [number, number] => [
  (lowest + highest) / 2,
  highest,
];

/** Shares of a distance may be any number; nobody is told apart by less than this. */
const finest = 0.001;

const invitationNames = {
  name: { kk: 'Әңгімеге шақыру', ru: 'Приглашение к беседе', en: 'Invitation to talk' },
  classNames: [
    { kk: 'ұсыныс жоқ', ru: 'без предложения', en: 'nothing to suggest' },
    { kk: 'әңгімеге шақырылды', ru: 'приглашены к беседе', en: 'invited to talk' },
  ],
};

function invitationsOf({ propensityTable }: ShelvedInstrument): NamedMeasure[] {
  if (propensityTable === null) return [];
  const classes = ['nothing-to-suggest', 'invited-to-talk'];
  return [{ kind: 'category', id: 'invitation', of: 'invitation', classes, ...invitationNames }];
}

function fieldsOf({ careers }: ShelvedInstrument): NamedMeasure[] {
  if (careers === null) return [];
  const one = (of: 'teaching' | 'field', name: Words): NamedMeasure => {
    const fields = careers.fields.filter(({ kind }) => (kind === 'teaching') === (of === 'teaching'));
    return {
      kind: 'category',
      id: `${of}-first`,
      of,
      classes: fields.map(({ id }) => id),
      name,
      classNames: fields.map((field) => field.name),
    };
  };
  return [
    one('teaching', {
      kk: 'Қай пәнді үйрету жақын',
      ru: 'Какой предмет ближе преподавать',
      en: 'Teaching subject that fits best',
    }),
    one('field', { kk: 'Жақын сала', ru: 'Область, которая ближе всего', en: 'Field that fits best' }),
  ];
}
