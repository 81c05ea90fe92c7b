import type { FromSchema } from 'json-schema-to-ts';
import { scaleCell } from './campaign.schema.ts';
import { count, id, instant, itemId, words } from './primitives.schema.ts';

const cells = { type: 'array', maxItems: 60, items: scaleCell } as const;

/** The regions of a year side by side and the country as their sum: nothing but what their frozen releases tell. */
export const nationalReport = {
  type: 'object',
  additionalProperties: false,
  required: ['year', 'instrument', 'asOf', 'scales', 'country', 'regions', 'years'],
  properties: {
    year: count,
    instrument: id,
    asOf: instant,
    scales: {
      type: 'array',
      maxItems: 60,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name'],
        properties: { id: itemId, name: words },
      },
    },
    country: {
      type: 'object',
      additionalProperties: false,
      required: ['participation', 'scales'],
      properties: {
        participation: {
          type: 'object',
          additionalProperties: false,
          required: ['pupils', 'consented', 'started', 'submitted'],
          properties: { pupils: count, consented: count, started: count, submitted: count },
        },
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
          participation: {
            type: 'object',
            additionalProperties: false,
            required: ['pupils', 'consented', 'started', 'submitted'],
            properties: { pupils: count, consented: count, started: count, submitted: count },
          },
          scales: cells,
        },
      },
    },
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

export const nationalQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { year: { type: 'integer', minimum: 2024, maximum: 2100 }, instrument: id },
} as const;
export type NationalQuery = FromSchema<typeof nationalQuery>;
