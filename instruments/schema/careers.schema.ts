import type { FromSchema } from 'json-schema-to-ts';
import { isoDate, phrase, prose, semver, slug } from './identifier.schema.ts';

const words = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: phrase, ru: phrase, en: phrase },
} as const;

const paragraphs = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: prose, ru: prose, en: prose },
} as const;

const interest = {
  type: 'string',
  enum: ['realistic', 'investigative', 'artistic', 'social', 'enterprising', 'conventional'],
} as const;

const workType = { type: 'string', enum: ['nature', 'technology', 'people', 'signs', 'art'] } as const;

/** A group of university programmes: its code in the national list, and the pair of subjects of the UNT it asks for. */
const programmeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['group', 'name', 'subjects'],
  properties: {
    group: { type: 'string', pattern: '^BM?\\d{3}$' },
    name: words,
    subjects: { type: 'array', minItems: 1, maxItems: 2, items: slug },
  },
} as const;

/**
 * A field of work. `interests` and `workTypes` stand in the order of their weight, the leading one first; a teaching field
 * leaves out what all of teaching shares (social, people) where its subject alone makes the difference. `college` are
 * programmes one enters after grade 9 or 11, `university` those after grade 11; either may be empty.
 */
const fieldSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'kind', 'name', 'about', 'interests', 'workTypes', 'occupations', 'college', 'university'],
  properties: {
    id: slug,
    kind: { type: 'string', enum: ['field', 'teaching'] },
    name: words,
    about: words,
    interests: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: interest },
    workTypes: { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items: workType },
    occupations: { type: 'array', minItems: 1, maxItems: 8, items: words },
    college: { type: 'array', maxItems: 6, items: words },
    university: { type: 'array', maxItems: 6, items: programmeSchema },
  },
} as const;

/**
 * Occupations and study routes in Kazakhstan, as data to be edited every year. `checked` says when the names of programmes
 * and the pairs of subjects were last compared with the published lists, and `caution` is shown wherever they are.
 */
export const careersSchema = {
  $id: 'careers.schema',
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersion', 'version', 'checked', 'caution', 'routes', 'subjects', 'fields'],
  properties: {
    schemaVersion: { type: 'integer', const: 1 },
    version: semver,
    checked: isoDate,
    caution: paragraphs,
    routes: {
      type: 'object',
      additionalProperties: false,
      required: ['afterGrade9', 'afterGrade11', 'teaching'],
      properties: { afterGrade9: paragraphs, afterGrade11: paragraphs, teaching: paragraphs },
    },
    subjects: { type: 'object', minProperties: 1, additionalProperties: words },
    fields: { type: 'array', minItems: 1, maxItems: 100, items: fieldSchema },
  },
} as const;

export type Careers = FromSchema<typeof careersSchema>;
export type CareerField = Careers['fields'][number];
