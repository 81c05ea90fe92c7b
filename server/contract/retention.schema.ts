import type { FromSchema } from 'json-schema-to-ts';
import { count, day, instant, shortText, words } from './primitives.schema.ts';

const leaving = {
  type: 'object',
  additionalProperties: false,
  required: ['day', 'school', 'class', 'pupils'],
  properties: { day, school: words, class: shortText, pupils: count },
} as const;

/** What will go and when: for the operator everything, for a school its own. */
export const retentionPlan = {
  type: 'object',
  additionalProperties: false,
  required: ['noticeDays', 'periods', 'lastRunAt', 'leaving'],
  properties: {
    noticeDays: count,
    periods: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['purpose', 'days'],
        properties: {
          purpose: { type: 'string', enum: ['assessment', 'path', 'codes', 'aside', 'sessions'] },
          days: count,
        },
      },
    },
    lastRunAt: { anyOf: [instant, { type: 'null' }] },
    leaving: { type: 'array', maxItems: 1000, items: leaving },
  },
} as const;
export type RetentionPlan = FromSchema<typeof retentionPlan>;
