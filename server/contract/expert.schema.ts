import type { FromSchema } from 'json-schema-to-ts';
import { expertLink } from './panel.schema.ts';
import { count, finite, instant, itemId, language, longText, nullableNumber, shortText } from './primitives.schema.ts';

export const expertSecret = {
  type: 'object',
  additionalProperties: false,
  required: ['secret'],
  properties: { secret: expertLink.properties.secret },
} as const;
export type ExpertSecret = FromSchema<typeof expertSecret>;

export const expertSession = {
  type: 'object',
  additionalProperties: false,
  required: ['token', 'expiresAt', 'name', 'language'],
  properties: { token: { type: 'string', maxLength: 6000 }, expiresAt: instant, name: shortText, language },
} as const;
export type ExpertSession = FromSchema<typeof expertSession>;

const feedback = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['own', 'median', 'low', 'high', 'experts'],
      properties: { own: nullableNumber, median: finite, low: finite, high: finite, experts: count },
    },
  ],
} as const;

const border = { type: 'integer', minimum: 0, maximum: 100 } as const;
const nullableWhole = { anyOf: [{ type: 'integer', minimum: 0, maximum: 100 }, { type: 'null' }] } as const;

/**
 * An expert's page. `round` null: nothing more is asked. `feedback`, in the second round: the expert's own earlier rating, the
 * group's median and the middle half of it; nobody's ratings but one's own.
 */
export const expertPage = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'name', 'round', 'missedFirst', 'done', 'answered', 'total', 'points', 'situations'],
  properties: {
    title: shortText,
    name: shortText,
    round: { anyOf: [{ type: 'null' }, { type: 'string', enum: ['first', 'second'] }] },
    missedFirst: { type: 'boolean' },
    done: { type: 'boolean' },
    answered: count,
    total: count,
    points: {
      type: 'array',
      maxItems: 10,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['value', 'label'],
        properties: { value: count, label: shortText },
      },
    },
    situations: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'text', 'border', 'borderFeedback', 'options'],
        properties: {
          id: itemId,
          text: longText,
          border: nullableWhole,
          borderFeedback: feedback,
          options: {
            type: 'array',
            maxItems: 10,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'text', 'rating', 'feedback'],
              properties: { id: itemId, text: longText, rating: nullableWhole, feedback },
            },
          },
        },
      },
    },
  },
} as const;
export type ExpertPage = FromSchema<typeof expertPage>;
export type ExpertSituation = ExpertPage['situations'][number];
export type ExpertFeedback = ExpertSituation['borderFeedback'];

export const expertRatings = {
  type: 'object',
  additionalProperties: false,
  required: ['options', 'borders'],
  properties: {
    options: {
      type: 'array',
      maxItems: 400,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['option', 'rating'],
        properties: { option: itemId, rating: { type: 'integer', minimum: 0, maximum: 10 } },
      },
    },
    borders: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['situation', 'share'],
        properties: { situation: itemId, share: border },
      },
    },
  },
} as const;
export type ExpertRatings = FromSchema<typeof expertRatings>;

export const expertProgress = {
  type: 'object',
  additionalProperties: false,
  required: ['answered', 'total', 'done'],
  properties: { answered: count, total: count, done: { type: 'boolean' } },
} as const;
export type ExpertProgress = FromSchema<typeof expertProgress>;
