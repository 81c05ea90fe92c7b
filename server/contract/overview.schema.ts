import type { FromSchema } from 'json-schema-to-ts';
import { finite, id, itemId, language, nullableNumber, shortText, uuid, words } from './primitives.schema.ts';

export const overviewQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: { language },
} as const;
export type OverviewQuery = FromSchema<typeof overviewQuery>;

const count = { type: 'integer', minimum: 0, maximum: 100_000 } as const;

/**
 * A class at a glance: how far each pupil is, how the answers came about, and where each result lies on each scale. By name:
 * nothing here is an order of worth, and no figure of the class itself is made of so few.
 */
export const classOverview = {
  type: 'object',
  additionalProperties: false,
  required: ['class', 'demo', 'pupils', 'scales'],
  properties: {
    class: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'name', 'school'],
      properties: { id, name: shortText, school: words },
    },
    demo: { type: 'boolean' },
    pupils: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'name', 'state', 'answered', 'of', 'quality', 'flags'],
        properties: {
          pid: uuid,
          name: shortText,
          /** `hidden`: handed in, and a consent is missing now. */
          state: { type: 'string', enum: ['not-begun', 'open', 'submitted', 'hidden'] },
          answered: count,
          of: count,
          /** What the quality of the answers asks for, in words; null without a result. */
          quality: {
            anyOf: [
              { type: 'null' },
              {
                type: 'object',
                additionalProperties: false,
                required: ['state', 'label'],
                properties: {
                  state: { type: 'string', enum: ['valid', 'review', 'repeat-offered'] },
                  label: shortText,
                },
              },
            ],
          },
          flags: { type: 'array', maxItems: 20, items: shortText },
        },
      },
    },
    scales: {
      type: 'array',
      maxItems: 60,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['scale', 'name', 'group', 'groupName', 'lowEnd', 'highEnd', 'from', 'to', 'dots'],
        properties: {
          scale: itemId,
          name: shortText,
          group: itemId,
          groupName: shortText,
          lowEnd: shortText,
          highEnd: shortText,
          from: finite,
          to: finite,
          dots: {
            type: 'array',
            maxItems: 500,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['pid', 'mean', 'low', 'high'],
              properties: { pid: uuid, mean: finite, low: nullableNumber, high: nullableNumber },
            },
          },
        },
      },
    },
  },
} as const;
export type ClassOverview = FromSchema<typeof classOverview>;
