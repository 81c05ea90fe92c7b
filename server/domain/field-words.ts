import type { CareerField, Careers } from '../../instruments/schema/careers.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { Language } from './language.ts';
import type { StoredField, StoredFields } from './result.ts';

/** One field of work in one language: what it is, why it stands here, who works there, and how one gets there. */
export type FieldWords = {
  id: string;
  rank: number;
  name: string;
  about: string;
  /** Names of the interests and work types that speak for it, strongest first. */
  because: string[];
  occupations: string[];
  college: string[];
  university: string[];
};

export type FieldsWords = {
  distinct: boolean;
  lead: string;
  fields: FieldWords[];
  teaching: FieldWords[];
  routes: { afterGrade9: string; afterGrade11: string; teaching: string };
  caution: string;
};

/** A field that the data no longer has (they are edited every year) is left out. */
export function fieldsWords(
  language: Language,
  stored: StoredFields,
  careers: Careers,
  text: InstrumentText,
): FieldsWords {
  const byId = new Map(careers.fields.map((field) => [field.id, field]));
  const told = (all: readonly StoredField[]): FieldWords[] =>
    all.flatMap((one) => {
      const field = byId.get(one.field);
      return field === undefined ? [] : [fieldWords(language, one, field, careers, text)];
    });
  const { routes, caution } = careers;
  return {
    distinct: stored.distinct,
    lead: stored.distinct ? leads[language].distinct : leads[language].flat,
    fields: told(stored.fields),
    teaching: told(stored.teaching),
    routes: {
      afterGrade9: routes.afterGrade9[language],
      afterGrade11: routes.afterGrade11[language],
      teaching: routes.teaching[language],
    },
    caution: caution[language],
  };
}

function fieldWords(
  language: Language,
  { rank, because }: StoredField,
  { id, name, about, occupations, college, university }: CareerField,
  { subjects }: Careers,
  text: InstrumentText,
): FieldWords {
  const subject = (one: string): string => subjects[one]?.[language] ?? one;
  return {
    id,
    rank,
    name: name[language],
    about: about[language],
    because: because.map((scale) => text.scales[scale]?.name ?? scale),
    occupations: occupations.map((one) => one[language]),
    college: college.map((one) => one[language]),
    university: university.map(
      (one) => `${one.group} ${one.name[language]} (${one.subjects.map(subject).join(' + ')})`,
    ),
  };
}

const leads: Readonly<Record<Language, { distinct: string; flat: string }>> = {
  kk: {
    distinct: 'Қызығушылықтарыңа қарағанда саған ең жақын салалар:',
    flat: 'Қызығушылықтарың әзірге шамамен тең, сондықтан бұл тізім — бастама ғана. Әр саладан байқап көр.',
  },
  ru: {
    distinct: 'Судя по твоим интересам, ближе всего тебе такие области:',
    flat: 'Твои интересы пока примерно равны, поэтому этот список — только начало. Попробуй что-нибудь из каждой области.',
  },
  en: {
    distinct: 'Going by your interests, these fields are closest to you:',
    flat: 'Your interests are about equally strong so far, so this list is only a start. Try something of each.',
  },
};
