import type { FromSchema } from 'json-schema-to-ts';
import { day, id, instant, language, shortText, uuid } from './primitives.schema.ts';

const personName = { type: 'string', minLength: 1, maxLength: 80 } as const;
const sex = { type: 'string', enum: ['female', 'male', 'undisclosed'] } as const;
const maybeName = { anyOf: [personName, { type: 'null' }] } as const;

/** What a counsellor may put right about a pupil; what is not named stays. */
export const pupilChange = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    familyName: personName,
    givenName: personName,
    patronymic: maybeName,
    birthDate: day,
    language,
    sex,
    /** A class of the same school. */
    class: id,
    /** The pupil has left the school, or is back. */
    hasLeft: { type: 'boolean' },
  },
} as const;
export type PupilChange = FromSchema<typeof pupilChange>;

/** What the school's list says of a pupil, with every change of it. The IIN is never shown, only whether there is one. */
export const pupilCard = {
  type: 'object',
  additionalProperties: false,
  required: [
    'pid',
    'familyName',
    'givenName',
    'patronymic',
    'birthDate',
    'language',
    'sex',
    'class',
    'ownId',
    'hasIin',
    'leftAt',
    'changes',
  ],
  properties: {
    pid: uuid,
    familyName: shortText,
    givenName: shortText,
    patronymic: { anyOf: [shortText, { type: 'null' }] },
    birthDate: day,
    language,
    sex,
    class: id,
    ownId: { anyOf: [shortText, { type: 'null' }] },
    hasIin: { type: 'boolean' },
    leftAt: { anyOf: [instant, { type: 'null' }] },
    changes: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'by', 'field', 'from', 'to'],
        properties: {
          at: instant,
          by: shortText,
          field: {
            type: 'string',
            enum: ['familyName', 'givenName', 'patronymic', 'birthDate', 'language', 'sex', 'class', 'hasLeft'],
          },
          from: shortText,
          to: shortText,
        },
      },
    },
  },
} as const;
export type PupilCard = FromSchema<typeof pupilCard>;

const className = { type: 'string', minLength: 1, maxLength: 20 } as const;

export const classChange = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'language'],
  properties: { name: className, language },
} as const;
export type ClassChange = FromSchema<typeof classChange>;

export const savedClass = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'language'],
  properties: { id, name: shortText, language },
} as const;
export type SavedClass = FromSchema<typeof savedClass>;

/** `left`: those who have left the school instead of those who are there. */
export const schoolPupilsQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { left: { type: 'string', enum: ['yes'] } },
} as const;
export type SchoolPupilsQuery = FromSchema<typeof schoolPupilsQuery>;
