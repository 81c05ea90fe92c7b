import type { FromSchema } from 'json-schema-to-ts';
import { longText, shortText } from './primitives.schema.ts';

/** RFC 9457, application/problem+json. `title` is in the reader's language; `slug` is for programs. */
export const problem = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'slug', 'title', 'status', 'requestId'],
  properties: {
    type: shortText,
    slug: shortText,
    title: shortText,
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: longText,
    requestId: shortText,
    retryAfterS: { type: 'integer', minimum: 1, maximum: 86_400 },
    errors: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pointer', 'detail'],
        properties: { pointer: shortText, detail: longText },
      },
    },
  },
} as const;
export type ProblemBody = FromSchema<typeof problem>;
