import type { FromSchema } from 'json-schema-to-ts';
import { fieldsThatFit, invitation } from './analysis.schema.ts';
import {
  finite,
  id,
  instant,
  itemId,
  language,
  longText,
  nullableNumber,
  semver,
  shortText,
  uuid,
} from './primitives.schema.ts';
import { sittingParams } from './sitting.schema.ts';

export { sittingParams };

export const resultQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: { language },
} as const;
export type ResultQuery = FromSchema<typeof resultQuery>;

/** One scale in words and numbers. Units of `mean`, `low`, `high`: points of the answer scale (1…5). */
export const scaleResult = {
  type: 'object',
  additionalProperties: false,
  required: [
    'scale',
    'name',
    'about',
    'sentence',
    'lowEnd',
    'highEnd',
    'scored',
    'answered',
    'of',
    'raw',
    'mean',
    'sem',
    'low',
    'high',
    't',
    'stanine',
    'percentile',
  ],
  properties: {
    scale: itemId,
    name: shortText,
    about: longText,
    /** The report's sentence for this pupil, plain words. */
    sentence: longText,
    lowEnd: shortText,
    highEnd: shortText,
    /** False: too few answers; every number is then null. */
    scored: { type: 'boolean' },
    answered: { type: 'integer', minimum: 0, maximum: 1000 },
    of: { type: 'integer', minimum: 0, maximum: 1000 },
    raw: nullableNumber,
    mean: nullableNumber,
    /** Standard error of measurement, in units of `mean`. */
    sem: nullableNumber,
    /** 90 % band around `mean`. */
    low: nullableNumber,
    high: nullableNumber,
    /** Only where a norm applies and the reader may see it; null otherwise. */
    t: nullableNumber,
    stanine: nullableNumber,
    percentile: nullableNumber,
    /** The ends of the answer scale that `mean` lies between. */
    from: finite,
    to: finite,
    /** What the part of a battery is called that the scale belongs to. */
    group: shortText,
  },
} as const;
export type ScaleResult = FromSchema<typeof scaleResult>;

export const normNote = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'version', 'population', 'n', 'provisional'],
      properties: {
        id,
        version: semver,
        population: longText,
        n: { type: 'integer', minimum: 0, maximum: 100_000_000 },
        provisional: { type: 'boolean' },
      },
    },
  ],
} as const;
export type NormNote = FromSchema<typeof normNote>;

/** What the pupil sees: words first; scales in the report's order, strengths first. */
export const pupilResult = {
  type: 'object',
  additionalProperties: false,
  required: [
    'sitting',
    'instrument',
    'instrumentVersion',
    'engineVersion',
    'language',
    'headline',
    'summary',
    'scales',
    'talkAskedAt',
    'norm',
    'demo',
    'computedAt',
  ],
  properties: {
    sitting: uuid,
    instrument: id,
    instrumentVersion: semver,
    engineVersion: shortText,
    language,
    headline: shortText,
    summary: longText,
    /** How many questions there were and why, where they were chosen by the answers. */
    asked: longText,
    scales: { type: 'array', maxItems: 60, items: scaleResult },
    /** Fields that fit stand first for everyone. */
    fields: fieldsThatFit,
    invitation,
    /** What the pupil has said about hearing of teaching; null: nothing yet. */
    wish: { type: ['boolean', 'null'] },
    /** Since when the counsellor knows that the pupil would like to talk; null: not asked. */
    talkAskedAt: { anyOf: [instant, { type: 'null' }] },
    norm: normNote,
    demo: { type: 'boolean' },
    computedAt: instant,
  },
} as const;
export type PupilResult = FromSchema<typeof pupilResult>;

/** From one sentence down to the answers it rests on. */
export const explanation = {
  type: 'object',
  additionalProperties: false,
  required: ['scale', 'name', 'steps', 'items'],
  properties: {
    scale: itemId,
    name: shortText,
    /** The arithmetic in words, one step a line. */
    steps: { type: 'array', maxItems: 20, items: longText },
    items: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'text', 'answer', 'answerLabel', 'reversed', 'keyed'],
        properties: {
          item: itemId,
          text: longText,
          answer: nullableNumber,
          answerLabel: shortText,
          reversed: { type: 'boolean' },
          keyed: nullableNumber,
        },
      },
    },
  },
} as const;
export type Explanation = FromSchema<typeof explanation>;
