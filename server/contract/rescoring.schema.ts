import type { FromSchema } from 'json-schema-to-ts';
import { studyHead } from './bench.schema.ts';
import { normReason } from './norm.schema.ts';
import { count, id, instant, itemId, nullableNumber, shortText, uuid } from './primitives.schema.ts';

export const rescoringOrder = normReason;
export type RescoringOrder = FromSchema<typeof rescoringOrder>;

const nullableText = { anyOf: [{ type: 'null' }, shortText] } as const;
const people = count;

const stateChanges = {
  type: 'array',
  maxItems: 20,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'to', 'people'],
    properties: { from: shortText, to: shortText, people },
  },
} as const;

/** What changed and why. `unexplained` should be 0: a result that differs though every version is the same. */
export const rescoreSummary = {
  type: 'object',
  additionalProperties: false,
  required: ['changed', 'unexplained', 'why', 'scales', 'invitations', 'quality', 'fields'],
  properties: {
    changed: people,
    unexplained: people,
    why: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['basis', 'from', 'to', 'people'],
        properties: {
          basis: { type: 'string', enum: ['form', 'engine', 'norm', 'weights', 'reference', 'careers'] },
          from: nullableText,
          to: nullableText,
          people,
        },
      },
    },
    scales: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['scale', 'people', 'kinds', 'meanShiftOfT', 'largestShiftOfT'],
        properties: {
          scale: itemId,
          people,
          kinds: {
            type: 'object',
            additionalProperties: false,
            properties: {
              moved: people,
              placed: people,
              'no-longer-placed': people,
              scored: people,
              'no-longer-scored': people,
              error: people,
            },
          },
          meanShiftOfT: nullableNumber,
          largestShiftOfT: nullableNumber,
        },
      },
    },
    invitations: stateChanges,
    quality: stateChanges,
    fields: people,
  },
} as const;

const skipped = {
  type: 'object',
  additionalProperties: false,
  required: ['erased', 'otherItems'],
  /** `otherItems`: sat with a form whose items are others today, and scored by that form. */
  properties: { erased: count, otherItems: count },
} as const;

/** A run over a campaign; `summary` once it is done. `touchedAt`: its last sign of life. */
export const rescoring = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'campaign',
    'state',
    'by',
    'reason',
    'startedAt',
    'touchedAt',
    'finishedAt',
    'looked',
    'skipped',
    'summary',
  ],
  properties: {
    id: uuid,
    campaign: id,
    state: { type: 'string', enum: ['running', 'done'] },
    by: shortText,
    reason: { type: 'string', maxLength: 1000 },
    startedAt: instant,
    touchedAt: instant,
    finishedAt: { anyOf: [{ type: 'null' }, instant] },
    looked: count,
    skipped,
    summary: { anyOf: [{ type: 'null' }, rescoreSummary] },
  },
} as const;
export type RescoringWire = FromSchema<typeof rescoring>;

export const rescoringList = {
  type: 'object',
  additionalProperties: false,
  required: ['rescorings', 'previews'],
  properties: {
    rescorings: { type: 'array', maxItems: 50, items: rescoring },
    /** Looks ahead that were asked for last, whether they have ended or not. */
    previews: { type: 'array', maxItems: 10, items: studyHead },
  },
} as const;
export type RescoringList = FromSchema<typeof rescoringList>;
