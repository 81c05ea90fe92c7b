import type { FromSchema } from 'json-schema-to-ts';
import { id, words } from './primitives.schema.ts';

export const oidcProviders = {
  type: 'object',
  additionalProperties: false,
  required: ['providers'],
  properties: {
    providers: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'names'],
        properties: { id, names: words },
      },
    },
  },
} as const;
export type OidcProviders = FromSchema<typeof oidcProviders>;

export const oidcStart = {
  type: 'object',
  additionalProperties: false,
  required: ['provider'],
  properties: { provider: id },
} as const;
export type OidcStart = FromSchema<typeof oidcStart>;

/** Where the page goes next: the provider's own sign-in. */
export const oidcVisit = {
  type: 'object',
  additionalProperties: false,
  required: ['url'],
  properties: { url: { type: 'string', maxLength: 4000 } },
} as const;
export type OidcVisit = FromSchema<typeof oidcVisit>;

/** The query the provider sent the person back with; `code`: our own second factor, where the account has one. */
export const oidcReturn = {
  type: 'object',
  additionalProperties: false,
  required: ['query'],
  properties: { query: { type: 'string', maxLength: 4000 }, code: { type: 'string', maxLength: 40 } },
} as const;
export type OidcReturn = FromSchema<typeof oidcReturn>;
