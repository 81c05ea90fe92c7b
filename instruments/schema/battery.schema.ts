import type { FromSchema } from 'json-schema-to-ts';
import { itemId, phrase, prose, semver, slug } from './identifier.schema.ts';

/** A whole instrument, or the named sections or items of it, in this place of the battery. */
const blockSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['instrument'],
  properties: {
    instrument: slug,
    sections: { type: 'array', minItems: 1, maxItems: 10, items: slug },
    items: { type: 'array', minItems: 1, maxItems: 100, items: itemId },
  },
} as const;

/**
 * A resumable part. `shuffle` mixes by the seed stored with the sitting: `blocks` the blocks, `pages` the pages within each
 * block; `spread` items (attention, candour) are dealt evenly between them. `breakAfter` invites to stand up for so many minutes.
 */
const sectionSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'minutes', 'shuffle', 'blocks'],
  properties: {
    id: slug,
    minutes: { type: 'number', exclusiveMinimum: 0, maximum: 60 },
    shuffle: { type: 'string', enum: ['none', 'blocks', 'pages'] },
    blocks: { type: 'array', minItems: 1, maxItems: 20, items: blockSchema },
    spread: blockSchema,
    breakAfter: { type: 'number', minimum: 0, maximum: 30 },
  },
} as const;

const proseSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: prose, ru: prose, en: prose },
} as const;

const wordsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: phrase, ru: phrase, en: phrase },
} as const;

/**
 * Instruments in order, with pinned versions; `composite` names the index computed over them (a file of that name beside
 * this one), null for guidance only. Without `intro` and `instructions` those of the first instrument are used.
 */
export const batterySchema = {
  $id: 'battery.schema',
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersion', 'id', 'version', 'title', 'minutes', 'instruments', 'sections', 'composite'],
  properties: {
    schemaVersion: { type: 'integer', const: 1 },
    id: slug,
    version: semver,
    title: wordsSchema,
    intro: proseSchema,
    instructions: proseSchema,
    minutes: {
      type: 'object',
      additionalProperties: false,
      required: ['median', 'p90'],
      properties: { median: { type: 'number', exclusiveMinimum: 0 }, p90: { type: 'number', exclusiveMinimum: 0 } },
    },
    instruments: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'version'],
        properties: { id: slug, version: semver },
      },
    },
    sections: { type: 'array', minItems: 1, maxItems: 10, items: sectionSchema },
    composite: { type: ['string', 'null'], maxLength: 60 },
  },
} as const;

export type Battery = FromSchema<typeof batterySchema>;
export type BatterySection = Battery['sections'][number];
export type BatteryBlock = BatterySection['blocks'][number];
