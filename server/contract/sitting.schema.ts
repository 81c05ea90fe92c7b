import type { FromSchema } from 'json-schema-to-ts';
import { id, instant, itemId, language, semver, uuid } from './primitives.schema.ts';
import { sittingState } from './session.schema.ts';

export const sittingParams = {
  type: 'object',
  additionalProperties: false,
  required: ['sitting'],
  properties: { sitting: uuid },
} as const;
export type SittingParams = FromSchema<typeof sittingParams>;

export const batchParams = {
  type: 'object',
  additionalProperties: false,
  required: ['sitting', 'batch'],
  properties: { sitting: uuid, batch: uuid },
} as const;
export type BatchParams = FromSchema<typeof batchParams>;

/** What help the pupil has; with any, how long answers took says nothing. */
export const accommodation = { type: 'string', enum: ['read-aloud', 'extra-time', 'helper'] } as const;

export const givenHelp = {
  type: 'object',
  additionalProperties: false,
  required: ['accommodation'],
  properties: { accommodation },
} as const;
export type GivenHelp = FromSchema<typeof givenHelp>;

export const openSitting = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: {
    language,
    accommodation,
    /** The device's own id, so that one device writes at a time; `takeOver`: even if another writes now. */
    device: uuid,
    takeOver: { type: 'boolean' },
  },
} as const;
export type OpenSitting = FromSchema<typeof openSitting>;

const instantMs = { type: 'integer', minimum: 0, maximum: 4_102_444_800_000 } as const;

/**
 * One answer. `seq` grows by one with every answer given on the device: the newer wins, in whatever order batches arrive.
 * `atMs` is milliseconds on the device's monotonic clock since it opened the sitting: for response times, never for order.
 * `value` is a point of the item's format (an integer), or null where the pupil took an answer back.
 * `givenAt`: when, by the server's clock as the device knows it (the last reply's time, and its monotonic clock since then),
 * in milliseconds since 1970; absent where no reply was heard since the page was opened. Only for «in time», never for order.
 */
export const answer = {
  type: 'object',
  additionalProperties: false,
  required: ['item', 'value', 'seq', 'atMs', 'language'],
  properties: {
    item: itemId,
    value: { anyOf: [{ type: 'integer', minimum: 0, maximum: 100 }, { type: 'null' }] },
    seq: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    atMs: { type: 'integer', minimum: 0, maximum: 31_536_000_000 },
    language,
    givenAt: instantMs,
  },
} as const;
export type Answer = FromSchema<typeof answer>;

export const answerBatch = {
  type: 'object',
  additionalProperties: false,
  required: ['answers'],
  properties: { answers: { type: 'array', minItems: 1, maxItems: 250, items: answer } },
} as const;
export type AnswerBatch = FromSchema<typeof answerBatch>;

/** A key or an answer that only the campaign's key opens: base64url, a sealed key with its sender's point before the dot. */
const box = { type: 'string', minLength: 20, maxLength: 600, pattern: '^[A-Za-z0-9_-]+$' } as const;
const sealedKey = {
  type: 'string',
  minLength: 60,
  maxLength: 300,
  pattern: '^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$',
} as const;

/** A batch whose answers the device can no longer read: they were closed with a key that is sealed to the campaign. */
export const sealedBatch = {
  type: 'object',
  additionalProperties: false,
  required: ['key', 'answers'],
  properties: {
    key: sealedKey,
    answers: {
      type: 'array',
      minItems: 1,
      maxItems: 250,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['seq', 'box'],
        properties: { seq: { type: 'integer', minimum: 1, maximum: 1_000_000 }, box },
      },
    },
  },
} as const;
export type SealedBatch = FromSchema<typeof sealedBatch>;

/** A sitting that began on a prepared device without a network: the pupil's own yes, and when by the server's clock. */
export const startSitting = {
  type: 'object',
  additionalProperties: false,
  required: ['language', 'wording', 'givenAt'],
  properties: { language, wording: id, givenAt: { anyOf: [instantMs, { type: 'null' }] } },
} as const;
export type StartSitting = FromSchema<typeof startSitting>;

export const startReceipt = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'openedAt'],
  properties: { id: uuid, openedAt: instant },
} as const;
export type StartReceipt = FromSchema<typeof startReceipt>;

export const answerReceipt = {
  type: 'object',
  additionalProperties: false,
  required: ['batch', 'stored', 'serverTime'],
  properties: { batch: uuid, stored: { type: 'integer', minimum: 0, maximum: 250 }, serverTime: instant },
} as const;
export type AnswerReceipt = FromSchema<typeof answerReceipt>;

/** `lastSeq`: the highest sequence number the device has given out; a server that has less refuses to close. */
export const submission = {
  type: 'object',
  additionalProperties: false,
  required: ['submission', 'lastSeq'],
  properties: { submission: uuid, lastSeq: { type: 'integer', minimum: 0, maximum: 1_000_000 } },
} as const;
export type Submission = FromSchema<typeof submission>;

export const submissionReceipt = {
  type: 'object',
  additionalProperties: false,
  required: ['sitting', 'submittedAt', 'answered'],
  properties: { sitting: uuid, submittedAt: instant, answered: { type: 'integer', minimum: 0, maximum: 1000 } },
} as const;
export type SubmissionReceipt = FromSchema<typeof submissionReceipt>;

/** A sitting as its own pupil sees it: enough to resume on another computer. */
export const sitting = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'state',
    'instrument',
    'instrumentVersion',
    'language',
    'seed',
    'openedAt',
    'submittedAt',
    'lastSeq',
    'answers',
  ],
  properties: {
    id: uuid,
    state: sittingState,
    instrument: id,
    instrumentVersion: semver,
    language,
    seed: { type: 'integer', minimum: 0, maximum: 4_294_967_295 },
    openedAt: instant,
    submittedAt: { anyOf: [instant, { type: 'null' }] },
    lastSeq: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    answers: { type: 'array', maxItems: 1000, items: answer },
  },
} as const;
export type Sitting = FromSchema<typeof sitting>;
