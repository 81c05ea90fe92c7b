import { itemId, slug } from './identifier.schema.ts';

/**
 * How one item enters a scale.
 * - `key` 1 or −1: a −1 item is reversed within its format (lowest + highest − answer).
 * - `weight`: only where the scale's `score` is `weighted`.
 * - `match`: only for `match-count` and `choice-count`: the answer that counts (yes-no: 1 yes, 0 no; pair: 1 for a, 2 for b).
 */
export const scaleItemSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['item', 'key'],
  properties: {
    item: itemId,
    key: { type: 'integer', enum: [1, -1] },
    weight: { type: 'number' },
    match: { type: 'integer', minimum: 0, maximum: 9 },
  },
} as const;

/** A part of a nested scale: another scale of the same instrument and its weight in the parent's mean. */
export const scalePartSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['scale', 'weight'],
  properties: { scale: slug, weight: { type: 'number', exclusiveMinimum: 0 } },
} as const;

/**
 * One declared output of an instrument.
 * - `score`: `mean` and `sum` differ only in which number is shown first; both are computed. `choice-count` counts one
 *   alternative of forced pairs, `sjt` compares ratings of options with a key, `scales` is the weighted mean of other scales.
 * - `missing`: below `minAnswered` (a share of the items) the scale is insufficient; above it the raw sum is prorated.
 * - `use`: who may see it and what it may feed. `context` is never scored into an index, `groups` never shown for one
 *   person, and so never given a T score.
 * - `levels`: upper bounds of the integer classes of a count, lowest class first (the last class is open).
 */
export const scaleSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'score', 'use', 'direction', 'missing'],
  properties: {
    id: slug,
    score: { type: 'string', enum: ['mean', 'sum', 'weighted', 'match-count', 'choice-count', 'sjt', 'scales'] },
    use: { type: 'string', enum: ['profile', 'context', 'quality', 'groups'] },
    direction: { type: 'string', enum: ['higher-is-more', 'lower-is-more'] },
    items: { type: 'array', minItems: 1, maxItems: 200, items: scaleItemSchema },
    parts: { type: 'array', minItems: 1, maxItems: 20, items: scalePartSchema },
    missing: {
      type: 'object',
      additionalProperties: false,
      required: ['policy', 'minAnswered'],
      properties: {
        policy: { type: 'string', enum: ['prorate', 'none'] },
        minAnswered: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
      },
    },
    levels: { type: 'array', minItems: 1, maxItems: 10, items: { type: 'integer', minimum: 0 } },
    sjt: {
      type: 'object',
      additionalProperties: false,
      required: ['method', 'key'],
      properties: {
        method: {
          type: 'string',
          enum: [
            'standardised-distance',
            'absolute-distance',
            'squared-distance',
            'profile-correlation',
            'dichotomous',
            'mode-match',
            'proportion',
            'best-worst',
            'ranking',
          ],
        },
        key: slug,
      },
    },
  },
} as const;
