import type { FromSchema } from 'json-schema-to-ts';
import { candidateFilter } from './candidate-view.schema.ts';
import { standing, written } from './case.schema.ts';
import { day, id, instant, longText, shortText, uuid, words } from './primitives.schema.ts';

const nullable = <Schema>(schema: Schema) => ({ anyOf: [schema, { type: 'null' }] }) as const;

/** Appeals the reader may answer. Outside the school there is no name: the words, what was decided and why. */
export const appealList = {
  type: 'object',
  additionalProperties: false,
  required: ['appeals'],
  properties: {
    appeals: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: [
          'pid',
          'name',
          'school',
          'at',
          'by',
          'text',
          'standing',
          'wish',
          'conversations',
          'reason',
          'decidedBy',
        ],
        properties: {
          pid: uuid,
          /** Null outside the pupil's own school. */
          name: nullable(shortText),
          school: words,
          at: instant,
          by: { type: 'string', enum: ['pupil', 'guardian'] },
          text: nullable(longText),
          standing,
          wish: { type: ['boolean', 'null'] },
          conversations: { type: 'integer', minimum: 0, maximum: 100_000 },
          reason: nullable(longText),
          decidedBy: nullable(shortText),
        },
      },
    },
  },
} as const;
export type AppealList = FromSchema<typeof appealList>;

/** `ruling` null: what was decided stands. Either way with reasons, which the pupil reads. */
export const appealAnswer = {
  type: 'object',
  additionalProperties: false,
  required: ['reason', 'ruling'],
  properties: {
    reason: written,
    ruling: nullable({
      type: 'object',
      additionalProperties: false,
      required: ['standing', 'plannedOn'],
      properties: { standing, plannedOn: nullable(day) },
    } as const),
  },
} as const;
export type AppealAnswer = FromSchema<typeof appealAnswer>;

/** A candidate as the department first sees one: no name, no scale, no band. */
export const candidate = {
  type: 'object',
  additionalProperties: false,
  required: [
    'pid',
    'school',
    'schoolName',
    'district',
    'locality',
    'language',
    'wishedAt',
    'subjects',
    'standing',
    'plannedOn',
    'reason',
    'decidedAt',
  ],
  properties: {
    pid: uuid,
    school: id,
    schoolName: words,
    district: id,
    locality: { type: 'string', enum: ['rural', 'urban'] },
    language: { type: 'string', enum: ['kk', 'ru', 'en'] },
    wishedAt: instant,
    /** Subjects of interest, by the alphabet of their ids: no order of fit. */
    subjects: { type: 'array', maxItems: 3, items: words },
    standing,
    plannedOn: nullable(day),
    reason: nullable(longText),
    decidedAt: nullable(instant),
  },
} as const;
export type Candidate = FromSchema<typeof candidate>;

export const candidateQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { after: uuid, ...candidateFilter.properties },
} as const;
export type CandidateQuery = FromSchema<typeof candidateQuery>;

/** A page of the pool, in the order of the pseudonymous ids: nothing sorts by a score. `next`: where the next page begins. */
export const candidateList = {
  type: 'object',
  additionalProperties: false,
  required: ['candidates', 'next'],
  properties: { candidates: { type: 'array', maxItems: 500, items: candidate }, next: nullable(uuid) },
} as const;
export type CandidateList = FromSchema<typeof candidateList>;

/** Schools of the region with at least one candidate, for the filter; how many each has is not said. */
export const candidateSchools = {
  type: 'object',
  additionalProperties: false,
  required: ['schools'],
  properties: {
    schools: {
      type: 'array',
      maxItems: 10_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name'],
        properties: { id, name: words },
      },
    },
  },
} as const;
export type CandidateSchools = FromSchema<typeof candidateSchools>;

/** Why the name is opened; kept beside the line of the log. */
export const openName = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: written },
} as const;
export type OpenName = FromSchema<typeof openName>;

export const openedName = {
  type: 'object',
  additionalProperties: false,
  required: ['pid', 'familyName', 'givenName'],
  properties: { pid: uuid, familyName: shortText, givenName: shortText },
} as const;
export type OpenedName = FromSchema<typeof openedName>;
