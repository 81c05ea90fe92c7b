import type { FromSchema } from 'json-schema-to-ts';
import { organisationKind } from './alliance.schema.ts';
import { givenNames } from './place.schema.ts';
import { id, words } from './primitives.schema.ts';
import { staffAccount } from './staff.schema.ts';

/** A university, college or sponsor that takes part from now on. */
export const newOrganisation = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'names'],
  properties: { kind: organisationKind, names: givenNames },
} as const;
export type NewOrganisation = FromSchema<typeof newOrganisation>;

export const addedOrganisation = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id },
} as const;
export type AddedOrganisation = FromSchema<typeof addedOrganisation>;

/** Who takes part beside schools and departments, and who works there. */
export const organisationList = {
  type: 'object',
  additionalProperties: false,
  required: ['organisations'],
  properties: {
    organisations: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'name', 'staff'],
        properties: {
          id,
          kind: organisationKind,
          name: words,
          staff: { type: 'array', maxItems: 500, items: staffAccount },
        },
      },
    },
  },
} as const;
export type OrganisationList = FromSchema<typeof organisationList>;
