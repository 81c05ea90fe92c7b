import type { FromSchema } from 'json-schema-to-ts';
import { count, id, words } from './primitives.schema.ts';

/** What waits for the reader, counted: no pupil is named here. */
export const waiting = {
  type: 'object',
  additionalProperties: false,
  required: ['appeals', 'unattended'],
  properties: {
    /** Appeals the reader may answer. */
    appeals: count,
    /** Schools with cases that nobody there may look after: everyone who reaches the pupil has declared to be too near. */
    unattended: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['school', 'name', 'cases'],
        properties: { school: id, name: words, cases: count },
      },
    },
  },
} as const;
export type Waiting = FromSchema<typeof waiting>;
