import type { FromSchema } from 'json-schema-to-ts';
import {
  count,
  finite,
  id,
  instant,
  itemId,
  language,
  longWords,
  nullableNumber,
  semver,
  shortText,
  words,
} from './primitives.schema.ts';

export const campaignParams = {
  type: 'object',
  additionalProperties: false,
  required: ['campaign'],
  properties: { campaign: id },
} as const;
export type CampaignParams = FromSchema<typeof campaignParams>;

export const newCampaign = {
  type: 'object',
  additionalProperties: false,
  required: ['region', 'title', 'year', 'instrument', 'languages', 'opensAt', 'closesAt'],
  properties: {
    region: id,
    title: words,
    year: { type: 'integer', minimum: 2024, maximum: 2100 },
    instrument: id,
    languages: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: language },
    opensAt: instant,
    closesAt: instant,
  },
} as const;
export type NewCampaign = FromSchema<typeof newCampaign>;

export const campaign = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'region',
    'regionName',
    'title',
    'year',
    'instrument',
    'instrumentVersion',
    'languages',
    'opensAt',
    'closesAt',
    'demo',
    'state',
  ],
  properties: {
    id,
    region: id,
    regionName: words,
    title: words,
    year: { type: 'integer', minimum: 2024, maximum: 2100 },
    instrument: id,
    instrumentVersion: semver,
    languages: { type: 'array', maxItems: 3, items: language },
    opensAt: instant,
    closesAt: instant,
    demo: { type: 'boolean' },
    state: { type: 'string', enum: ['planned', 'open', 'closed'] },
  },
} as const;
export type Campaign = FromSchema<typeof campaign>;

export const campaignList = {
  type: 'object',
  additionalProperties: false,
  required: ['campaigns'],
  properties: { campaigns: { type: 'array', maxItems: 500, items: campaign } },
} as const;
export type CampaignList = FromSchema<typeof campaignList>;

export const participation = {
  type: 'object',
  additionalProperties: false,
  required: ['pupils', 'consented', 'started', 'submitted'],
  properties: { pupils: count, consented: count, started: count, submitted: count },
} as const;

/**
 * What leaves about one scale in one place. `hidden`: too few pupils for a distribution; participation is all that is told.
 * A null inside `shown` never tells which of two it is: fewer than k, or hidden so that another place's few cannot be
 * found by subtraction.
 * histogram: counts in five equal parts of the answer scale (1–1.8, 1.8–2.6, …, 4.2–5).
 */
export const scaleCell = {
  anyOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'scale', 'n', 'mean', 'sd', 'histogram'],
      properties: {
        kind: { type: 'string', enum: ['shown'] },
        scale: itemId,
        n: count,
        mean: nullableNumber,
        /** Sample standard deviation (n − 1). */
        sd: nullableNumber,
        /** Pupils per fifth; null for a fifth that is hidden (fewer than 10, or hidden to protect such a one elsewhere). */
        histogram: { type: 'array', minItems: 5, maxItems: 5, items: { anyOf: [count, { type: 'null' }] } },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'scale'],
      properties: { kind: { type: 'string', enum: ['hidden'] }, scale: itemId },
    },
  ],
} as const;
export type ScaleCell = FromSchema<typeof scaleCell>;

/** How pupils spread over classes, e.g. the teaching subject that fits best; null for a class that is hidden. */
export const choiceCell = {
  anyOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'choice', 'n', 'counts'],
      properties: {
        kind: { type: 'string', enum: ['shown'] },
        choice: itemId,
        n: count,
        counts: { type: 'array', maxItems: 60, items: { anyOf: [count, { type: 'null' }] } },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'choice'],
      properties: { kind: { type: 'string', enum: ['hidden'] }, choice: itemId },
    },
  ],
} as const;
export type ChoiceCell = FromSchema<typeof choiceCell>;

/** A part of the region by one attribute of its pupils. */
export const reportSlice = {
  type: 'object',
  additionalProperties: false,
  required: ['by', 'value', 'scales', 'choices'],
  properties: {
    /** `type`: of the school, by the languages it teaches in. */
    by: { type: 'string', maxLength: 20 },
    value: { type: 'string', maxLength: 40 },
    scales: { type: 'array', maxItems: 60, items: scaleCell },
    choices: { type: 'array', maxItems: 10, items: choiceCell },
  },
} as const;
export type ReportSlice = FromSchema<typeof reportSlice>;

export const reportRow = {
  type: 'object',
  additionalProperties: false,
  required: ['level', 'id', 'parent', 'name', 'locality', 'cluster', 'participation', 'scales'],
  properties: {
    /** `cluster`: small schools of one district shown together; each of them names it in `cluster`. */
    level: { type: 'string', enum: ['region', 'district', 'cluster', 'school'] },
    id,
    parent: { anyOf: [id, { type: 'null' }] },
    name: words,
    locality: { anyOf: [{ type: 'string', enum: ['rural', 'urban'] }, { type: 'null' }] },
    cluster: { anyOf: [id, { type: 'null' }] },
    participation,
    scales: { type: 'array', maxItems: 60, items: scaleCell },
    /** Absent from the first releases. */
    choices: { type: 'array', maxItems: 10, items: choiceCell },
  },
} as const;
export type ReportRow = FromSchema<typeof reportRow>;

/** `note`: how to read it, where that is not plain. */
export const reportScale = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name'],
  properties: { id: itemId, name: words, lowest: finite, highest: finite, note: longWords },
} as const;

const told = { anyOf: [count, { type: 'null' }] } as const;
export const steps = {
  type: 'object',
  additionalProperties: false,
  required: ['wishing', 'recommended', 'offered', 'accepted', 'enrolled'],
  properties: { wishing: told, recommended: told, offered: told, accepted: told, enrolled: told },
} as const;

/** A dated, frozen table: what a department reads. The same release is served until a new one is made. */
export const campaignReport = {
  type: 'object',
  additionalProperties: false,
  required: ['campaign', 'release', 'releasedAt', 'k', 'minimumForHistogram', 'scales', 'rows', 'norm'],
  properties: {
    campaign,
    release: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    releasedAt: instant,
    k: { type: 'integer', minimum: 1, maximum: 100 },
    minimumForHistogram: { type: 'integer', minimum: 1, maximum: 1000 },
    scales: { type: 'array', maxItems: 60, items: reportScale },
    /** What pupils are spread over besides scales; absent from the first releases, as `slices` is. */
    choices: {
      type: 'array',
      maxItems: 10,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'classes'],
        properties: {
          id: itemId,
          name: words,
          classes: {
            type: 'array',
            maxItems: 60,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'name'],
              properties: { id: itemId, name: words },
            },
          },
        },
      },
    },
    rows: { type: 'array', maxItems: 10_000, items: reportRow },
    /** The region by language, sex, rural or urban, and type of school. */
    slices: { type: 'array', maxItems: 60, items: reportSlice },
    /** How far pupils came afterwards, rounded to fives; null: fewer than k. Absent from the first releases. */
    steps,
    /** In words: which norm, if any, the numbers rest on. */
    norm: shortText,
  },
} as const;
export type CampaignReport = FromSchema<typeof campaignReport>;

/** The whole country by region: participation only, for universities, sponsors and everyone above a region. */
export const countryReport = {
  type: 'object',
  additionalProperties: false,
  required: ['asOf', 'demo', 'regions'],
  properties: {
    asOf: instant,
    demo: { type: 'boolean' },
    regions: {
      type: 'array',
      maxItems: 40,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'column', 'row', 'schools', 'submitted'],
        properties: {
          id,
          name: words,
          /** Place on the tile map. */
          column: { type: 'integer', minimum: 0, maximum: 20 },
          row: { type: 'integer', minimum: 0, maximum: 20 },
          schools: count,
          /** Pupils who finished; null where fewer than 10 did (and more than none). */
          submitted: { anyOf: [count, { type: 'null' }] },
        },
      },
    },
  },
} as const;
export type CountryReport = FromSchema<typeof countryReport>;
