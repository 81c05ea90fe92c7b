import type { FromSchema } from 'json-schema-to-ts';
import { isoDate, language, phrase, prose, semver, slug } from './identifier.schema.ts';

/** In one language as its authors wrote it, or in the reader's. */
const inThreeLanguages = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: phrase, ru: phrase, en: phrase },
} as const;

/**
 * Whom the sample stands for. A norm set is applied to a pupil only from the same language and population `id`;
 * `selfSelected` people came by themselves, which is not how a school sits.
 */
const populationSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'language', 'ageFrom', 'ageTo', 'description', 'selfSelected', 'simulated'],
  properties: {
    id: slug,
    language,
    ageFrom: { type: 'integer', minimum: 5, maximum: 99 },
    ageTo: { type: 'integer', minimum: 5, maximum: 99 },
    description: { anyOf: [phrase, inThreeLanguages] },
    selfSelected: { type: 'boolean' },
    simulated: { type: 'boolean' },
  },
} as const;

/**
 * `mean`, `sd` (n − 1) and `sem` = sd·√(1 − reliability) are in units of the mean answer; `reliability` is coefficient α.
 * `table` holds [raw sum, mid-rank proportion (C + f/2)/n] for every raw sum that occurred, ascending. `asked` adaptively: the
 * sums are those expected over the whole bank after an adaptive test, `reliability` is var(θ̂) / (var(θ̂) + mean SE²), and the norm
 * places nobody who was asked everything.
 */
const scaleNormSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['n', 'mean', 'sd', 'reliability', 'sem', 'table'],
  properties: {
    n: { type: 'integer', minimum: 2 },
    mean: { type: 'number' },
    sd: { type: 'number', exclusiveMinimum: 0 },
    reliability: { type: 'number', maximum: 1 },
    sem: { type: 'number', minimum: 0 },
    asked: { type: 'string', const: 'adaptively' },
    table: {
      type: 'array',
      minItems: 2,
      maxItems: 2000,
      items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } },
    },
  },
} as const;

/** Correlations of the scales' means in the sample, row by row as a lower triangle with the diagonal: what an index over them needs. */
const correlationsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['scales', 'rows'],
  properties: {
    scales: { type: 'array', minItems: 2, maxItems: 60, items: slug },
    rows: {
      type: 'array',
      minItems: 2,
      maxItems: 60,
      items: { type: 'array', minItems: 1, maxItems: 60, items: { type: 'number', minimum: -1, maximum: 1 } },
    },
  },
} as const;

const normSetSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'version',
    'instrument',
    'instrumentVersion',
    'population',
    'n',
    'date',
    'provenance',
    'licence',
    'provisional',
    'scales',
  ],
  properties: {
    id: slug,
    version: semver,
    instrument: slug,
    instrumentVersion: semver,
    population: populationSchema,
    n: { type: 'integer', minimum: 2 },
    date: isoDate,
    provenance: prose,
    licence: prose,
    provisional: { type: 'boolean' },
    scales: { type: 'object', minProperties: 1, additionalProperties: scaleNormSchema },
    correlations: correlationsSchema,
  },
} as const;

/** The file `norms.json` of an instrument: every norm set there is for it, the default one first. */
export const normsSchema = {
  $id: 'norms.schema',
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersion', 'instrument', 'sets'],
  properties: {
    schemaVersion: { type: 'integer', const: 1 },
    instrument: slug,
    sets: { type: 'array', maxItems: 50, items: normSetSchema },
  },
} as const;

export type NormFile = FromSchema<typeof normsSchema>;
export type NormSet = NormFile['sets'][number];
export type ScaleNorm = NormSet['scales'][string];
export type Population = NormSet['population'];
