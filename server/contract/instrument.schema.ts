import type { FromSchema } from 'json-schema-to-ts';
import { id, itemId, semver } from './primitives.schema.ts';

const nullableId = { anyOf: [itemId, { type: 'null' }] } as const;

/** An instrument as a device gets it: what to ask, in which order, with which points; never a key. */
export const instrumentForm = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'formats', 'items', 'sections'],
  properties: {
    id,
    version: semver,
    formats: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'points', 'seconds'],
        properties: {
          id,
          kind: { type: 'string', enum: ['rating', 'pair', 'yes-no', 'situation'] },
          points: { type: 'array', maxItems: 20, items: { type: 'integer', minimum: 0, maximum: 100 } },
          /** The usual time of one answer. */
          seconds: { type: 'number', minimum: 0, maximum: 600 },
        },
      },
    },
    items: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'format', 'situation'],
        properties: { id: itemId, format: id, situation: nullableId },
      },
    },
    sections: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'minutes', 'shuffle', 'pages'],
        properties: {
          id,
          minutes: { type: 'number', minimum: 0, maximum: 120 },
          /** After this section: stand up for so many minutes. */
          breakAfter: { type: 'number', minimum: 0, maximum: 60 },
          shuffle: { type: 'string', enum: ['none', 'blocks', 'pages'] },
          pages: {
            type: 'array',
            maxItems: 200,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'situation', 'items'],
              properties: {
                id,
                situation: nullableId,
                items: { type: 'array', maxItems: 50, items: itemId },
                /** Pages of one block are shuffled together. */
                block: id,
                /** Dealt between the other pages of the section. */
                spread: { type: 'boolean' },
              },
            },
          },
        },
      },
    },
  },
} as const;
export type InstrumentForm = FromSchema<typeof instrumentForm>;
