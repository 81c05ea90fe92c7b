import type { Careers } from '../schema/careers.schema.ts';
import type { Language } from '../schema/text.schema.ts';
import { type Check, repeated, without } from './finding.ts';
import { checkTranslated, checkWording } from './wording.ts';

const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en'];

/**
 * Careers: fields unique, subjects known and used, one name for one group of programmes, words unbroken. Names of occupations
 * may well be alike in two languages («журналист»); sentences may not.
 */
export function* checkCareers(careers: Careers): Check {
  const { fields, subjects } = careers;
  for (const id of repeated(fields.map((field) => field.id)))
    yield { where: `fields/${id}`, problem: 'stands there twice' };
  const programmes = fields.flatMap(({ university }) => university);
  const asked = programmes.flatMap((programme) => programme.subjects);
  for (const id of without(asked, Object.keys(subjects))) yield { where: `subjects/${id}`, problem: 'is missing' };
  for (const id of without(Object.keys(subjects), asked))
    yield { where: `subjects/${id}`, problem: 'is asked by no programme' };
  yield* checkGroups(programmes);
  for (const language of LANGUAGES) {
    for (const { where, words } of wordsIn(careers, language)) yield* checkWording(where, words, language);
  }
  const { caution, routes } = careers;
  const sentences = { caution, routes, about: fields.map(({ about }) => about) };
  yield* checkTranslated(wordsIn(sentences, 'kk'), wordsIn(sentences, 'ru'));
  yield* checkTranslated(wordsIn(sentences, 'ru'), wordsIn(sentences, 'en'));
}

/** A group that stands in two fields must be the same in both. */
function* checkGroups(programmes: Careers['fields'][number]['university']): Check {
  const seen = new Map<string, string>();
  for (const programme of programmes) {
    const told = JSON.stringify(programme);
    if ((seen.get(programme.group) ?? told) !== told) {
      yield { where: `university/${programme.group}`, problem: 'is told in two ways' };
    }
    seen.set(programme.group, told);
  }
}

function* wordsIn(value: unknown, language: Language, where = ''): Iterable<{ where: string; words: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === language && typeof child === 'string') yield { where, words: child };
    else yield* wordsIn(child, language, where === '' ? key : `${where}/${key}`);
  }
}
