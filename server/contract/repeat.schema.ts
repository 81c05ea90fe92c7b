import type { FromSchema } from 'json-schema-to-ts';
import { instant } from './primitives.schema.ts';

const reason = { type: 'string', enum: ['quality', 'time'] } as const;

export const repeatOffer = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason },
} as const;
export type RepeatOffer = FromSchema<typeof repeatOffer>;

/**
 * Whether a second sitting stands open to the pupil. `possible`: it may be offered, for these reasons; `too-soon`: not
 * before `from`; `offered`: it waits for the pupil and can be taken back; `begun`: the pupil has opened it; `none`: nothing
 * to repeat.
 */
export const repeatStanding = {
  type: 'object',
  additionalProperties: false,
  required: ['state', 'reasons', 'from'],
  properties: {
    state: { type: 'string', enum: ['none', 'possible', 'too-soon', 'offered', 'begun'] },
    reasons: { type: 'array', maxItems: 2, items: reason },
    from: { anyOf: [instant, { type: 'null' }] },
  },
} as const;
export type RepeatStanding = FromSchema<typeof repeatStanding>;
