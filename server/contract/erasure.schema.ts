import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, shortText, uuid, words } from './primitives.schema.ts';

const state = { type: 'string', enum: ['asked', 'erasing', 'done', 'declined', 'taken-back'] } as const;
const nullableInstant = { anyOf: [instant, { type: 'null' }] } as const;
const nullableText = { anyOf: [shortText, { type: 'null' }] } as const;

/** Where one's own request stands; `state` null: nobody has asked. */
export const ownErasure = {
  type: 'object',
  additionalProperties: false,
  required: ['state', 'by', 'askedAt', 'decidedAt', 'reason'],
  properties: {
    state: { anyOf: [state, { type: 'null' }] },
    by: { anyOf: [{ type: 'string', enum: ['pupil', 'guardian'] }, { type: 'null' }] },
    askedAt: nullableInstant,
    decidedAt: nullableInstant,
    /** Why it was declined, in the operator’s words. */
    reason: nullableText,
  },
} as const;
export type OwnErasure = FromSchema<typeof ownErasure>;

export const erasureParams = {
  type: 'object',
  additionalProperties: false,
  required: ['erasure'],
  properties: { erasure: uuid },
} as const;
export type ErasureParams = FromSchema<typeof erasureParams>;

/** Confirm, or decline with a reason that the family reads. */
export const erasureDecision = {
  type: 'object',
  additionalProperties: false,
  required: ['decision', 'reason'],
  properties: {
    decision: { type: 'string', enum: ['confirm', 'decline'] },
    reason: { type: 'string', maxLength: 200 },
  },
} as const;
export type ErasureDecision = FromSchema<typeof erasureDecision>;

export const erasureRow = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'state',
    'cause',
    'by',
    'askedAt',
    'decidedAt',
    'decidedBy',
    'reason',
    'doneAt',
    'school',
    'outcome',
  ],
  properties: {
    id,
    state,
    cause: { type: 'string', enum: ['request', 'retention', 'replay'] },
    by: { anyOf: [{ type: 'string', enum: ['pupil', 'guardian'] }, { type: 'null' }] },
    askedAt: instant,
    decidedAt: nullableInstant,
    decidedBy: nullableText,
    reason: nullableText,
    doneAt: nullableInstant,
    /** Null once it is done: nothing says whose it was. */
    school: { anyOf: [words, { type: 'null' }] },
    outcome: {
      anyOf: [
        {
          type: 'object',
          additionalProperties: false,
          required: ['kept', 'forgotten'],
          properties: { kept: count, forgotten: count },
        },
        { type: 'null' },
      ],
    },
  },
} as const;
export type ErasureRow = FromSchema<typeof erasureRow>;

export const erasureList = {
  type: 'object',
  additionalProperties: false,
  required: ['erasures'],
  properties: { erasures: { type: 'array', maxItems: 500, items: erasureRow } },
} as const;
export type ErasureList = FromSchema<typeof erasureList>;
