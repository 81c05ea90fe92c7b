import type { FromSchema } from 'json-schema-to-ts';
import { isoDate, itemId, prose, semver, slug } from './identifier.schema.ts';
import { scaleSchema } from './scale.schema.ts';

/**
 * How answers of a kind look. `points` are the stored codes, lowest first: rating and situation 1…5, yes-no 0 and 1,
 * pair 1 (alternative a) and 2 (alternative b). `seconds` is the usual time one answer takes, for «about N minutes left».
 */
const formatSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'points', 'seconds'],
  properties: {
    kind: { type: 'string', enum: ['rating', 'pair', 'yes-no', 'situation'] },
    points: { type: 'array', minItems: 2, maxItems: 10, items: { type: 'integer', minimum: 0, maximum: 10 } },
    seconds: { type: 'number', exclusiveMinimum: 0, maximum: 120 },
  },
} as const;

/** The cell of the MAP framework (Metsäpelto et al. 2022) an item speaks to. */
const mapCellSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['area'],
  properties: {
    area: { type: 'string', enum: ['thinking-skills', 'social-skills', 'personal-orientations', 'well-being'] },
    skill: { type: 'string', enum: ['perceive', 'interpret', 'decide'] },
  },
} as const;

/**
 * Exactly one stored answer. A situation's four options are four items that share a `situation`.
 * - `role` attention: an instructed item; `expected` lists the answers that follow the instruction.
 * - `pair`: the types of its two alternatives (format kind `pair`).
 * - `theme`: the theme of the law an option of a situation speaks to.
 */
const itemSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'format'],
  properties: {
    id: itemId,
    format: slug,
    role: { type: 'string', enum: ['attention', 'candour'] },
    expected: { type: 'array', minItems: 1, maxItems: 5, items: { type: 'integer' } },
    pair: {
      type: 'object',
      additionalProperties: false,
      required: ['a', 'b'],
      properties: { a: slug, b: slug },
    },
    situation: itemId,
    theme: { type: 'string', enum: ['dignity', 'ethics', 'continuity', 'tolerance', 'humanity'] },
    map: mapCellSchema,
  },
} as const;

/** A key of a situational judgement test: the expected rating of each option, and, from a panel, every expert's rating. */
const sjtKeySchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'source', 'date', 'values'],
  properties: {
    version: semver,
    source: { type: 'string', enum: ['authors', 'panel'] },
    date: isoDate,
    values: { type: 'object', additionalProperties: { type: 'number' } },
    ratings: {
      type: 'object',
      additionalProperties: { type: 'array', minItems: 2, maxItems: 200, items: { type: 'number' } },
    },
  },
} as const;

const itemPairs = {
  type: 'array',
  maxItems: 50,
  items: { type: 'array', minItems: 2, maxItems: 2, items: itemId },
} as const;

/**
 * Items shown together on a wide screen; on a phone they come one by one in the same order. In the merged form of a battery
 * `block` says which part of the section the page belongs to, and `spread` that it is dealt between the other pages.
 */
const pageSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'items'],
  properties: {
    id: slug,
    situation: itemId,
    items: { type: 'array', minItems: 1, maxItems: 20, items: itemId },
    block: slug,
    spread: { type: 'boolean' },
  },
} as const;

/** `breakAfter`: after this section the pupil is invited to stand up for so many minutes. How `shuffle` works stands in scoring/order. */
const sectionSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'minutes', 'shuffle', 'pages'],
  properties: {
    id: slug,
    minutes: { type: 'number', exclusiveMinimum: 0, maximum: 60 },
    breakAfter: { type: 'number', minimum: 0, maximum: 30 },
    shuffle: { type: 'string', enum: ['none', 'blocks', 'pages'] },
    pages: { type: 'array', minItems: 1, maxItems: 200, items: pageSchema },
  },
} as const;

/**
 * A scale that is asked adaptively: its items with calibrated parameters (D = 1, θ ~ N(0, 1), categories counted from the trait's
 * low end), when to stop, and whom the parameters come from. A bank under three times `maxItems` is asked as its best fixed form.
 * `areas`: the share of the test each content area should have, by the `content` of its items. `chance`: with which chance an item
 * that was chosen is given (Sympson and Hetter); `exposure` says how the chances were found.
 */
const adaptiveSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['scale', 'date', 'source', 'minItems', 'maxItems', 'targetSe', 'items'],
  properties: {
    scale: slug,
    date: isoDate,
    source: prose,
    minItems: { type: 'integer', minimum: 1, maximum: 100 },
    maxItems: { type: 'integer', minimum: 1, maximum: 100 },
    targetSe: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    areas: {
      type: 'array',
      minItems: 2,
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['area', 'share'],
        properties: { area: slug, share: { type: 'number', exclusiveMinimum: 0, maximum: 1 } },
      },
    },
    exposure: {
      type: 'object',
      additionalProperties: false,
      required: ['rMax', 'persons', 'seed', 'highest'],
      properties: {
        rMax: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
        persons: { type: 'integer', minimum: 100, maximum: 100_000 },
        seed: { type: 'integer', minimum: 1, maximum: 2_000_000_000 },
        highest: { type: 'number', minimum: 0, maximum: 1 },
      },
    },
    items: {
      type: 'array',
      minItems: 2,
      maxItems: 400,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'model', 'a', 'b'],
        properties: {
          item: itemId,
          content: slug,
          chance: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
          model: { type: 'string', enum: ['dichotomous', 'graded', 'partial-credit'] },
          a: { type: 'number', minimum: 0.05, maximum: 10 },
          b: { type: 'array', minItems: 1, maxItems: 9, items: { type: 'number', minimum: -10, maximum: 10 } },
        },
      },
    },
  },
} as const;

/** `kind` battery: the one form that the instruments of a battery make together. No file holds one; `mergeBattery` makes it. */
export const instrumentSchema = {
  $id: 'instrument.schema',
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersion', 'id', 'version', 'kind', 'formats', 'items', 'scales', 'sections'],
  properties: {
    schemaVersion: { type: 'integer', const: 1 },
    id: slug,
    version: semver,
    kind: {
      type: 'string',
      enum: ['self-report', 'forced-choice', 'situational-judgement', 'response-quality', 'battery'],
    },
    formats: { type: 'object', minProperties: 1, additionalProperties: formatSchema },
    items: { type: 'array', minItems: 1, maxItems: 400, items: itemSchema },
    scales: { type: 'array', minItems: 1, maxItems: 60, items: scaleSchema },
    sections: { type: 'array', minItems: 1, maxItems: 10, items: sectionSchema },
    keys: { type: 'object', additionalProperties: sjtKeySchema },
    adaptive: adaptiveSchema,
    quality: {
      type: 'object',
      additionalProperties: false,
      required: ['synonyms', 'antonyms', 'repeats'],
      properties: { synonyms: itemPairs, antonyms: itemPairs, repeats: itemPairs },
    },
  },
} as const;

export type Instrument = FromSchema<typeof instrumentSchema>;
export type InstrumentItem = Instrument['items'][number];
export type InstrumentScale = Instrument['scales'][number];
export type InstrumentFormat = Instrument['formats'][string];
