import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, longText, words } from './primitives.schema.ts';
import { roundState } from './round.schema.ts';

const year = { type: 'integer', minimum: 2024, maximum: 2100 } as const;
const nullableId = { anyOf: [id, { type: 'null' }] } as const;

export const roundList = {
  type: 'object',
  additionalProperties: false,
  required: ['rounds'],
  properties: {
    rounds: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'region', 'regionName', 'title', 'year', 'state', 'wishesUntil', 'places', 'quota', 'wishing'],
        properties: {
          id,
          region: id,
          regionName: words,
          title: words,
          year,
          state: roundState,
          wishesUntil: instant,
          places: count,
          quota: count,
          wishing: count,
        },
      },
    },
  },
} as const;
export type RoundList = FromSchema<typeof roundList>;

/** The coded list that is published: no name, no score, nobody's own words or documents; a candidate knows their own code. */
export const codedList = {
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    rows: {
      type: 'array',
      maxItems: 20_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'draw', 'place', 'rank', 'explanation'],
        properties: {
          code: id,
          /** The lottery's number; 1 is the first. */
          draw: count,
          place: nullableId,
          /** Which of the wishes it is; null without a place. */
          rank: { anyOf: [count, { type: 'null' }] },
          explanation: { type: 'array', maxItems: 110, items: longText },
        },
      },
    },
  },
} as const;
export type CodedList = FromSchema<typeof codedList>;
