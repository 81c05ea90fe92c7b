import type { FromSchema } from 'json-schema-to-ts';
import { isoDate, prose, semver, slug } from './identifier.schema.ts';

/** One scale of the index. Parts of a group share its weight; a part of weight 0 is declared and does not count yet. */
const partSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['group', 'scale', 'weight'],
  properties: {
    group: {
      type: 'string',
      enum: ['motives', 'situations', 'helping', 'empathy-tolerance', 'people', 'communication'],
    },
    scale: slug,
    weight: { type: 'number', minimum: 0, maximum: 10 },
  },
} as const;

/**
 * What one scale must reach: on the answer scale (1 … 5, before a local norm) and as a T score (where a norm applies).
 */
const thresholdSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['scale', 'answersAtLeast', 'tAtLeast'],
  properties: {
    scale: slug,
    answersAtLeast: { type: 'number' },
    tAtLeast: { type: 'number', minimum: 10, maximum: 90 },
  },
} as const;

/**
 * A way to an invitation; any one is enough. `index`: the top share by the index, where a norm applies. `scales`: every
 * threshold is reached. `wish`: the pupil says so. `closed` says why a pathway does not count yet.
 */
const pathwaySchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'kind'],
  properties: {
    id: { type: 'string', enum: ['index', 'motive', 'prosocial', 'situations', 'wish'] },
    kind: { type: 'string', enum: ['index', 'scales', 'wish'] },
    topShare: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
    all: { type: 'array', minItems: 1, maxItems: 6, items: thresholdSchema },
    closed: prose,
  },
} as const;

/**
 * The published weights and pathways of an index over a battery. It screens in: there is no field in which anybody could be
 * turned down. `source` says where the weights come from, `decidedBy` who stands for them.
 */
export const propensitySchema = {
  $id: 'propensity.schema',
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersion', 'id', 'version', 'battery', 'date', 'source', 'decidedBy', 'parts', 'pathways'],
  properties: {
    schemaVersion: { type: 'integer', const: 1 },
    id: slug,
    version: semver,
    battery: slug,
    date: isoDate,
    source: prose,
    decidedBy: prose,
    parts: { type: 'array', minItems: 1, maxItems: 30, items: partSchema },
    pathways: { type: 'array', minItems: 1, maxItems: 10, items: pathwaySchema },
  },
} as const;

export type PropensityTable = FromSchema<typeof propensitySchema>;
export type Pathway = PropensityTable['pathways'][number];
