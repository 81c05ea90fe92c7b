import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, shortText } from './primitives.schema.ts';

export const auditQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { before: { type: 'integer', minimum: 1, maximum: 9_007_199_254_740_991 } },
} as const;
export type AuditQuery = FromSchema<typeof auditQuery>;

/** One line of the log: who did what to whom, never what it said. */
export const auditLine = {
  type: 'object',
  additionalProperties: false,
  required: ['seq', 'at', 'actor', 'role', 'action', 'target', 'requestId'],
  properties: {
    seq: { type: 'integer', minimum: 1, maximum: 9_007_199_254_740_991 },
    at: instant,
    actor: shortText,
    role: shortText,
    action: shortText,
    target: shortText,
    requestId: shortText,
  },
} as const;
export type AuditLine = FromSchema<typeof auditLine>;

export const auditPage = {
  type: 'object',
  additionalProperties: false,
  required: ['lines', 'total'],
  properties: { lines: { type: 'array', maxItems: 200, items: auditLine }, total: count },
} as const;
export type AuditPage = FromSchema<typeof auditPage>;

/** «Who saw my data», for the pupil: named readers of the profile and when. */
export const readers = {
  type: 'object',
  additionalProperties: false,
  required: ['readers'],
  properties: {
    readers: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'who', 'action'],
        properties: { at: instant, who: shortText, action: id },
      },
    },
  },
} as const;
export type Readers = FromSchema<typeof readers>;
