import type { FromSchema } from 'json-schema-to-ts';
import { id, language } from './primitives.schema.ts';

export const classListQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    /** Between the cells of a CSV; a semicolon unless told otherwise. */
    separator: { type: 'string', enum: ['comma', 'semicolon', 'tab'] },
    /** One class; the whole school when left out. */
    class: id,
    language,
  },
} as const;
export type ClassListQuery = FromSchema<typeof classListQuery>;

export const researchQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { separator: { type: 'string', enum: ['comma', 'semicolon', 'tab'] } },
} as const;
export type ResearchQuery = FromSchema<typeof researchQuery>;
