import type { FromSchema } from 'json-schema-to-ts';
import { studyHead } from './bench.schema.ts';
import {
  count,
  finite,
  id,
  instant,
  itemId,
  language,
  longText,
  longWords,
  semver,
  shortText,
  words,
} from './primitives.schema.ts';

export const normParams = {
  type: 'object',
  additionalProperties: false,
  required: ['norm'],
  properties: { norm: id },
} as const;
export type NormParams = FromSchema<typeof normParams>;

/** What a norm is to be built from. */
export const newNorm = {
  type: 'object',
  additionalProperties: false,
  required: ['campaign', 'language'],
  properties: { campaign: id, language },
} as const;
export type NewNorm = FromSchema<typeof newNorm>;

/** Why: in the words of the one who decides, whose name stands with it. */
export const normReason = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: { type: 'string', minLength: 10, maxLength: 1000 } },
} as const;
export type NormReason = FromSchema<typeof normReason>;

/** Who decided, when and why; null where nobody has. */
export const namedDecision = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'at', 'reason'],
      properties: { name: shortText, at: instant, reason: longText },
    },
  ],
} as const;
export type DecisionWire = FromSchema<typeof namedDecision>;

const headProperties = {
  id,
  /** How results name it. */
  setId: id,
  setVersion: semver,
  campaign: id,
  instrument: id,
  instrumentVersion: semver,
  language,
  demo: { type: 'boolean' },
  state: { type: 'string', enum: ['draft', 'published', 'superseded', 'withdrawn'] },
  /** Whom it stands for. */
  population: longWords,
  date: { type: 'string', minLength: 10, maxLength: 10 },
  n: count,
  /** Sittings handed in, the valid ones of those, and those used. */
  sample: {
    type: 'object',
    additionalProperties: false,
    required: ['submitted', 'valid', 'used'],
    properties: { submitted: count, valid: count, used: count },
  },
  builtBy: shortText,
  builtAt: instant,
  /** The kept report of its building; null where a command line built it. */
  study: { anyOf: [{ type: 'null' }, id] },
  published: namedDecision,
  withdrawn: namedDecision,
  supersededAt: { anyOf: [{ type: 'null' }, instant] },
  against: { anyOf: [{ type: 'null' }, id] },
  /** Shares of the sample invited to talk: by what is in force, by this norm, by its index alone. Null: no index. */
  effect: {
    anyOf: [
      { type: 'null' },
      {
        type: 'object',
        additionalProperties: false,
        required: ['invitedBefore', 'invitedAfter', 'byIndexAfter'],
        properties: { invitedBefore: finite, invitedAfter: finite, byIndexAfter: finite },
      },
    ],
  },
} as const;

const headRequired = [
  'id',
  'setId',
  'setVersion',
  'campaign',
  'instrument',
  'instrumentVersion',
  'language',
  'demo',
  'state',
  'population',
  'date',
  'n',
  'sample',
  'builtBy',
  'builtAt',
  'study',
  'published',
  'withdrawn',
  'supersededAt',
  'against',
  'effect',
] as const;

/** A norm without its scales. */
export const normHead = {
  type: 'object',
  additionalProperties: false,
  required: headRequired,
  properties: headProperties,
} as const;
export type NormHeadWire = FromSchema<typeof normHead>;

export const normList = {
  type: 'object',
  additionalProperties: false,
  required: ['norms'],
  properties: { norms: { type: 'array', maxItems: 200, items: normHead } },
} as const;
export type NormList = FromSchema<typeof normList>;

/** Figures of one scale; `mean`, `sd`, `sem` in units of the mean answer. */
const figures = {
  type: 'object',
  additionalProperties: false,
  required: ['n', 'mean', 'sd', 'reliability', 'sem'],
  properties: { n: count, mean: finite, sd: finite, reliability: finite, sem: finite },
} as const;

/** A norm whole: each scale beside the one in force, and what would move. */
export const normDetail = {
  type: 'object',
  additionalProperties: false,
  required: [...headRequired, 'provenance', 'scales'],
  properties: {
    ...headProperties,
    provenance: longText,
    scales: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['scale', 'names', 'next', 'current', 'shift', 'table'],
        properties: {
          scale: itemId,
          names: words,
          next: figures,
          current: { anyOf: [{ type: 'null' }, figures] },
          /** Of T: mean and largest shift; share of people whose stanine moves; difference of means in old SDs. */
          shift: {
            anyOf: [
              { type: 'null' },
              {
                type: 'object',
                additionalProperties: false,
                required: ['meanShift', 'largestShift', 'stanineMoved', 'standardised'],
                properties: { meanShift: finite, largestShift: finite, stanineMoved: finite, standardised: finite },
              },
            ],
          },
          /** [raw, proportion] ascending: the norm itself. */
          table: {
            type: 'array',
            maxItems: 2000,
            items: { type: 'array', minItems: 2, maxItems: 2, items: finite },
          },
        },
      },
    },
  },
} as const;
export type NormDetail = FromSchema<typeof normDetail>;

/** For each language of a campaign: is there enough for a norm of its own, and which is in force. */
export const campaignNorms = {
  type: 'object',
  additionalProperties: false,
  required: ['campaign', 'title', 'instrument', 'required', 'scales', 'languages', 'builds', 'norms'],
  properties: {
    campaign: id,
    title: words,
    instrument: id,
    required: count,
    /** What the form's scales are called. */
    scales: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'names'],
        properties: { id: itemId, names: words },
      },
    },
    languages: {
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['language', 'submitted', 'valid', 'enough', 'inForce'],
        properties: {
          language,
          submitted: count,
          valid: count,
          enough: { type: 'boolean' },
          inForce: { anyOf: [{ type: 'null' }, id] },
        },
      },
    },
    /** Norms that were asked for last, whether they are built yet or not. */
    builds: { type: 'array', maxItems: 10, items: studyHead },
    norms: { type: 'array', maxItems: 200, items: normHead },
  },
} as const;
export type CampaignNorms = FromSchema<typeof campaignNorms>;
