import type { FromSchema } from 'json-schema-to-ts';
import { count, instant, shortText } from './primitives.schema.ts';

/** Six digits of an authenticator, or a recovery code. */
export const factorCode = { type: 'string', minLength: 6, maxLength: 40 } as const;

export const secondFactor = {
  type: 'object',
  additionalProperties: false,
  required: ['enrolledAt', 'recoveryLeft', 'isRequired'],
  properties: {
    enrolledAt: { anyOf: [instant, { type: 'null' }] },
    recoveryLeft: count,
    isRequired: { type: 'boolean' },
  },
} as const;
export type SecondFactor = FromSchema<typeof secondFactor>;

/** What an authenticator needs, shown while enrolling only; `qr.path` draws the modules in a square of `qr.size`. */
export const enrolment = {
  type: 'object',
  additionalProperties: false,
  required: ['secret', 'uri', 'qr'],
  properties: {
    secret: shortText,
    uri: { type: 'string', maxLength: 1000 },
    qr: {
      type: 'object',
      additionalProperties: false,
      required: ['size', 'path'],
      properties: { size: count, path: { type: 'string', maxLength: 60_000 } },
    },
  },
} as const;
export type Enrolment = FromSchema<typeof enrolment>;

export const givenCode = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: { code: factorCode },
} as const;
export type GivenCode = FromSchema<typeof givenCode>;

/** Shown once; only their keyed hashes are kept. */
export const recoveryCodes = {
  type: 'object',
  additionalProperties: false,
  required: ['recovery'],
  properties: { recovery: { type: 'array', maxItems: 10, items: shortText } },
} as const;
export type RecoveryCodes = FromSchema<typeof recoveryCodes>;
