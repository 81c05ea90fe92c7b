import type { FromSchema } from 'json-schema-to-ts';
import { isoDate, language, phrase, prose, semver, slug } from './identifier.schema.ts';

/**
 * Words about one scale, for the pupil: strengths first, no verdict, no jargon. `low`, `middle` and `high` are whole
 * sentences to «you»; `lowEnd` and `highEnd` are the two ends of its bar.
 */
const scaleTextSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'about', 'low', 'middle', 'high', 'lowEnd', 'highEnd'],
  properties: {
    name: phrase,
    about: prose,
    low: prose,
    middle: prose,
    high: prose,
    lowEnd: phrase,
    highEnd: phrase,
  },
} as const;

/** A plain item is its sentence; a forced pair has two alternatives. */
const itemTextSchema = {
  anyOf: [
    phrase,
    {
      type: 'object',
      additionalProperties: false,
      required: ['a', 'b'],
      properties: { a: phrase, b: phrase },
    },
  ],
} as const;

/** `labels` name the points of the format in order; `question` stands over an item where the sentence needs one. */
const formatTextSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['labels'],
  properties: {
    labels: { type: 'array', minItems: 2, maxItems: 10, items: phrase },
    question: phrase,
  },
} as const;

const reviewSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'role', 'date'],
  properties: { name: phrase, role: { type: 'string', enum: ['translator', 'reader', 'adjudicator'] }, date: isoDate },
} as const;

/** What one instrument of a battery says before its questions. */
const blockTextSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'instructions'],
  properties: { title: phrase, instructions: prose },
} as const;

/** What every browser of the floor plays. */
const recording = { type: 'string', maxLength: 80, pattern: '^[a-z0-9][a-z0-9.-]*\\.(mp3|m4a|wav)$' } as const;

/**
 * All words of one instrument in one language. `status`: `source` is the published wording, `draft` a translation that no
 * two named native speakers have adjudicated yet, `adjudicated` one that they have (`reviewedBy` says who and when).
 * `blocks` stands only in the merged text of a battery, by instrument.
 */
export const textSchema = {
  $id: 'text.schema',
  type: 'object',
  additionalProperties: false,
  required: [
    'schemaVersion',
    'instrument',
    'version',
    'language',
    'status',
    'reviewedBy',
    'title',
    'intro',
    'instructions',
    'formats',
    'items',
    'scales',
  ],
  properties: {
    schemaVersion: { type: 'integer', const: 1 },
    instrument: slug,
    version: semver,
    language,
    status: { type: 'string', enum: ['source', 'draft', 'adjudicated'] },
    reviewedBy: { type: 'array', maxItems: 20, items: reviewSchema },
    title: phrase,
    intro: prose,
    instructions: prose,
    formats: { type: 'object', minProperties: 1, additionalProperties: formatTextSchema },
    items: { type: 'object', minProperties: 1, additionalProperties: itemTextSchema },
    situations: { type: 'object', additionalProperties: prose },
    scales: { type: 'object', additionalProperties: scaleTextSchema },
    blocks: { type: 'object', additionalProperties: blockTextSchema },
    /**
     * Recordings of items read aloud, by item: files in the instrument's folder `audio`. In the merged text of a battery each
     * stands with the instrument it belongs to: `<instrument>/<version>/<file>`.
     */
    audio: { type: 'object', additionalProperties: recording },
  },
} as const;

export type InstrumentText = FromSchema<typeof textSchema>;
export type ScaleText = InstrumentText['scales'][string];
export type ItemText = InstrumentText['items'][string];
export type Language = InstrumentText['language'];
