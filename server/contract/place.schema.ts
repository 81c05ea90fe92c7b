import type { FromSchema } from 'json-schema-to-ts';
import { id, language, shortText, words } from './primitives.schema.ts';

/** A name in each language; none of them empty. */
const givenName = { type: 'string', minLength: 2, maxLength: 200 } as const;
export const givenNames = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: givenName, ru: givenName, en: givenName },
} as const;

const locality = { type: 'string', enum: ['rural', 'urban'] } as const;
const languages = { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: language } as const;

export const regionParams = {
  type: 'object',
  additionalProperties: false,
  required: ['region'],
  properties: { region: id },
} as const;
export type RegionParams = FromSchema<typeof regionParams>;

/** A school that is to be added. `district`: one of the region, or the names of one that is not there yet. */
export const newSchool = {
  type: 'object',
  additionalProperties: false,
  required: ['names', 'district', 'locality', 'languages'],
  properties: { names: givenNames, district: { anyOf: [id, givenNames] }, locality, languages },
} as const;
export type NewSchool = FromSchema<typeof newSchool>;

/** The districts and schools of a region, by id. */
export const regionPlaces = {
  type: 'object',
  additionalProperties: false,
  required: ['region', 'districts', 'schools'],
  properties: {
    region: id,
    districts: {
      type: 'array',
      maxItems: 500,
      items: { type: 'object', additionalProperties: false, required: ['id', 'name'], properties: { id, name: words } },
    },
    schools: {
      type: 'array',
      maxItems: 2000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'district', 'locality', 'languages', 'counsellors'],
        properties: {
          id,
          name: words,
          district: id,
          locality,
          languages,
          /** Names of those who reach the whole school now: nobody yet where there are none. */
          counsellors: { type: 'array', maxItems: 50, items: shortText },
        },
      },
    },
  },
} as const;
export type RegionPlaces = FromSchema<typeof regionPlaces>;

export const addedSchool = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id },
} as const;
export type AddedSchool = FromSchema<typeof addedSchool>;
