import type { CareerField, Careers } from '../../../instruments/schema/careers.schema.ts';
import { type FieldWords, fieldsWords } from '../field-words.ts';
import type { Language } from '../language.ts';
import type { ReportSource } from './basis.ts';
import type { FieldBlock, ReportBlock } from './report.ts';

export type FieldPhrases = {
  title: string;
  because(reasons: string): string;
  occupations(list: string): string;
  college(list: string): string;
  university(list: string): string;
  subjects(list: string): string;
  teaching(list: string): string;
  distinct: string;
  flat: string;
  /** Instead of the data's own caution, which speaks to the pupil. */
  caution?: string;
};

/** Fields that fit, each with why it is here, what people do in it and how one gets there; `most` of them in full. */
export function fieldsBlock(
  { language, result, careers, text }: ReportSource,
  phrases: FieldPhrases,
  most: number,
): ReportBlock[] {
  if (careers === null || result.fields === undefined || result.fields === null) return [];
  const words = fieldsWords(language, result.fields, careers, text);
  const shown = words.fields.slice(0, most);
  const subjects = subjectsOf(careers, shown, language);
  const after = [
    ...(subjects.length > 0 ? [phrases.subjects(subjects.join(', '))] : []),
    ...(words.teaching.length > 0 ? [phrases.teaching(words.teaching.slice(0, 3).map(nameOf).join(', '))] : []),
  ];
  return [
    {
      kind: 'fields',
      title: phrases.title,
      lead: words.distinct ? phrases.distinct : phrases.flat,
      fields: shown.map((field) => fieldBlock(field, phrases)),
      after,
      notes: [words.routes.afterGrade9, words.routes.afterGrade11, phrases.caution ?? words.caution],
    },
  ];
}

/** Programmes named for a field; the page shows them all. */
const mostRoutes = 2;

const nameOf = ({ name }: FieldWords): string => lowerFirst(name);

function fieldBlock(field: FieldWords, phrases: FieldPhrases): FieldBlock {
  const { name, about, because, occupations, college, university } = field;
  return {
    name,
    about,
    because: because.length === 0 ? '' : phrases.because(because.map(quoted).join(', ')),
    occupations: phrases.occupations(occupations.map(lowerFirst).join(', ')),
    routes: [
      ...(college.length > 0 ? [phrases.college(college.slice(0, mostRoutes).join('; '))] : []),
      ...(university.length > 0 ? [phrases.university(university.slice(0, mostRoutes).join('; '))] : []),
    ],
  };
}

const quoted = (name: string): string => `«${name}»`;

/** Abbreviations and codes keep their capitals. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** The profile subjects these fields' programmes ask for most, four at most. */
export function subjectsOf(
  careers: Careers,
  fields: readonly Pick<CareerField, 'id'>[],
  language: Language,
  most = 4,
): string[] {
  const shown = new Set(fields.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { id, university } of careers.fields) {
    if (!shown.has(id)) continue;
    for (const subject of new Set(university.flatMap(({ subjects }) => subjects)))
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([subject]) => lowerFirst(careers.subjects[subject]?.[language] ?? subject));
}
