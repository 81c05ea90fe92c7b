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
    /** Present where a scale is asked adaptively: the device chooses the next question, without a network. */
    adaptive: {
      type: 'object',
      additionalProperties: false,
      required: ['scale', 'minItems', 'maxItems', 'targetSe', 'items'],
      properties: {
        scale: id,
        minItems: { type: 'integer', minimum: 1, maximum: 100 },
        maxItems: { type: 'integer', minimum: 1, maximum: 100 },
        targetSe: { type: 'number', minimum: 0, maximum: 1 },
        areas: {
          type: 'array',
          maxItems: 20,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['area', 'share'],
            properties: { area: id, share: { type: 'number', minimum: 0, maximum: 1 } },
          },
        },
        items: {
          type: 'array',
          maxItems: 400,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['item', 'model', 'a', 'b', 'points', 'reversed'],
            properties: {
              item: itemId,
              model: { type: 'string', enum: ['dichotomous', 'graded', 'partial-credit'] },
              a: { type: 'number', minimum: 0, maximum: 10 },
              b: { type: 'array', maxItems: 9, items: { type: 'number', minimum: -10, maximum: 10 } },
              points: { type: 'array', maxItems: 20, items: { type: 'integer', minimum: 0, maximum: 100 } },
              reversed: { type: 'boolean' },
              content: id,
              chance: { type: 'number', minimum: 0, maximum: 1 },
            },
          },
        },
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
