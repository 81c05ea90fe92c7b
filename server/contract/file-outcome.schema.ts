import type { FromSchema } from 'json-schema-to-ts';
import { count, longText, shortText } from './primitives.schema.ts';

/** What became of an uploaded table: lines taken, and every wrong cell by its line and column. */
export const fileOutcome = {
  type: 'object',
  additionalProperties: false,
  required: ['rows', 'taken', 'errors'],
  properties: {
    rows: count,
    taken: count,
    errors: {
      type: 'array',
      maxItems: 5000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['row', 'column', 'found', 'expected'],
        properties: { row: count, column: shortText, found: shortText, expected: longText },
      },
    },
  },
} as const;
export type FileOutcome = FromSchema<typeof fileOutcome>;
