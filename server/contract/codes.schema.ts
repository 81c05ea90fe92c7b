import type { FromSchema } from 'json-schema-to-ts';
import { count, instant, language, uuid } from './primitives.schema.ts';

const personName = { type: 'string', maxLength: 300 } as const;
/** As printed: 4-4-5. */
const code = { type: 'string', minLength: 13, maxLength: 20, pattern: '^[0-9A-Z-]{13,20}$' } as const;

/** `without`: pupils who have no working code; `all`: everyone, and the earlier codes stop working. */
export const codeRequest = {
  type: 'object',
  additionalProperties: false,
  required: ['which'],
  properties: {
    which: { type: 'string', enum: ['without', 'all'] },
    /** Only these of the class. */
    pupils: { type: 'array', minItems: 1, maxItems: 500, items: uuid },
  },
} as const;
export type CodeRequest = FromSchema<typeof codeRequest>;

/** Shown once: only keyed hashes are stored. */
export const classCodes = {
  type: 'object',
  additionalProperties: false,
  required: ['expiresAt', 'codes', 'untouched'],
  properties: {
    expiresAt: instant,
    codes: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'name', 'pupilCode', 'guardianCode'],
        properties: { pid: uuid, name: personName, pupilCode: code, guardianCode: code },
      },
    },
    /** Pupils who keep the codes they have. */
    untouched: count,
  },
} as const;
export type ClassCodes = FromSchema<typeof classCodes>;

/** What is to be printed: the codes as they were shown, which the service itself no longer has. */
export const cardRequest = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'language', 'address', 'codes'],
  properties: {
    kind: { type: 'string', enum: ['pupil-cards', 'guardian-cards', 'list'] },
    language,
    /** The address of the page that asks, e.g. `https://ustaz.example`. */
    address: { type: 'string', minLength: 8, maxLength: 100, pattern: '^https?://[A-Za-z0-9.:-]+$' },
    codes: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'pupilCode', 'guardianCode'],
        properties: { pid: uuid, pupilCode: code, guardianCode: code },
      },
    },
  },
} as const;
export type CardRequest = FromSchema<typeof cardRequest>;
