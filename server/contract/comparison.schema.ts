import type { FromSchema } from 'json-schema-to-ts';
import { groupSummary, reportGroup } from './aggregate.schema.ts';
import { participation, reportScale, scaleCell, steps } from './campaign.schema.ts';
import { count, id, instant, language, words } from './primitives.schema.ts';

const cells = { type: 'array', maxItems: 60, items: scaleCell } as const;

/** The regions of a year side by side and the country as their sum: nothing but what their frozen releases tell. */
export const nationalReport = {
  type: 'object',
  additionalProperties: false,
  required: ['year', 'instrument', 'asOf', 'scales', 'country', 'regions', 'groups', 'trend', 'steps', 'years'],
  properties: {
    year: count,
    instrument: id,
    asOf: instant,
    scales: { type: 'array', maxItems: 60, items: reportScale },
    country: {
      type: 'object',
      additionalProperties: false,
      required: ['participation', 'scales'],
      properties: {
        participation,
        scales: cells,
      },
    },
    regions: {
      type: 'array',
      maxItems: 40,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'campaign', 'release', 'releasedAt', 'participation', 'scales'],
        properties: {
          id,
          name: words,
          campaign: id,
          release: count,
          releasedAt: instant,
          participation,
          scales: cells,
        },
      },
    },
    /** The country, then each region against the rest of it and against itself a year before. */
    groups: { type: 'array', maxItems: 41, items: reportGroup },
    /** The country over the years, oldest first. */
    trend: {
      type: 'array',
      maxItems: 40,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['year', 'participation', 'scales'],
        properties: { year: count, participation, scales: { type: 'array', maxItems: 60, items: groupSummary } },
      },
    },
    /** How far pupils came afterwards; the sum of what regions tell, null for a step that one of them does not tell. */
    steps: { anyOf: [steps, { type: 'null' }] },
    /** Years and forms there are releases of. */
    years: {
      type: 'array',
      maxItems: 60,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['year', 'instrument'],
        properties: { year: count, instrument: id },
      },
    },
  },
} as const;
export type NationalReport = FromSchema<typeof nationalReport>;

/** The same as a file, in a language. */
export const nationalFileQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: { year: { type: 'integer', minimum: 2024, maximum: 2100 }, instrument: id, language },
} as const;
export type NationalFileQuery = FromSchema<typeof nationalFileQuery>;

export const nationalQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { year: { type: 'integer', minimum: 2024, maximum: 2100 }, instrument: id },
} as const;
export type NationalQuery = FromSchema<typeof nationalQuery>;
