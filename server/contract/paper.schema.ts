import type { FromSchema } from 'json-schema-to-ts';
import { count, id, itemId, language, semver, shortText, uuid } from './primitives.schema.ts';

/** A form to be filled in by hand. `withCode`: a new code stands on it, and the pupil's earlier card stops working. */
export const paperFormRequest = {
  type: 'object',
  additionalProperties: false,
  required: ['language', 'address', 'withCode'],
  properties: {
    language,
    /** Where the service is reached: it stands in the QR. */
    address: { type: 'string', minLength: 1, maxLength: 200, pattern: '^https?://[^\\s]+$' },
    withCode: { type: 'boolean' },
  },
} as const;
export type PaperFormRequest = FromSchema<typeof paperFormRequest>;

/** What a form would be keyed in to, and whether it may be. */
export const paperDesk = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'class', 'language', 'instrument', 'instrumentVersion', 'items', 'state'],
  properties: {
    name: shortText,
    class: shortText,
    language,
    instrument: id,
    instrumentVersion: semver,
    /** In the order of the printed form: the first is its row 1. */
    items: { type: 'array', maxItems: 500, items: itemId },
    /** `begun`: on a device already; that is where it goes on. */
    state: { type: 'string', enum: ['ready', 'consent-missing', 'begun', 'submitted'] },
  },
} as const;
export type PaperDesk = FromSchema<typeof paperDesk>;

/** A form keyed in twice. `differences`: how often the two had differed; each was looked up on the paper. */
export const paperAnswers = {
  type: 'object',
  additionalProperties: false,
  required: ['language', 'answers', 'differences'],
  properties: {
    language,
    answers: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'value'],
        properties: { item: itemId, value: { type: 'integer', minimum: 0, maximum: 100 } },
      },
    },
    differences: { type: 'integer', minimum: 0, maximum: 500 },
  },
} as const;
export type PaperAnswers = FromSchema<typeof paperAnswers>;

export const paperReceipt = {
  type: 'object',
  additionalProperties: false,
  required: ['sitting', 'answered'],
  properties: { sitting: uuid, answered: count },
} as const;
export type PaperReceipt = FromSchema<typeof paperReceipt>;
