import type { FromSchema } from 'json-schema-to-ts';
import { id, instant, shortText } from './primitives.schema.ts';

const text = { type: 'string', minLength: 3, maxLength: 1000 } as const;
const texts = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: text, ru: text, en: text },
} as const;

export const regionParams = {
  type: 'object',
  additionalProperties: false,
  required: ['region'],
  properties: { region: id },
} as const;
export type RegionParams = FromSchema<typeof regionParams>;

/** Whom a child, or an adult a child told something to, may call; `changedAt` null: nobody has edited it yet. */
export const helpline = {
  type: 'object',
  additionalProperties: false,
  required: ['region', 'texts', 'changedAt', 'changedBy'],
  properties: {
    region: id,
    texts,
    changedAt: { anyOf: [instant, { type: 'null' }] },
    changedBy: { anyOf: [shortText, { type: 'null' }] },
  },
} as const;
export type Helpline = FromSchema<typeof helpline>;

export const newHelpline = {
  type: 'object',
  additionalProperties: false,
  required: ['texts'],
  properties: { texts },
} as const;
export type NewHelpline = FromSchema<typeof newHelpline>;
