import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, language, semver, uuid } from './primitives.schema.ts';
import { problem } from './problem.schema.ts';
import { pupilSession } from './session.schema.ts';
import { sealedBatch, sitting, startSitting, submission } from './sitting.schema.ts';

/** The pupils for whom a computer is made ready, each with the id a new sitting would get. */
export const preparePupils = {
  type: 'object',
  additionalProperties: false,
  required: ['pupils'],
  properties: {
    pupils: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'sitting'],
        properties: { pid: uuid, sitting: uuid },
      },
    },
  },
} as const;
export type PreparePupils = FromSchema<typeof preparePupils>;

export const preparedPupils = {
  type: 'object',
  additionalProperties: false,
  required: ['pupils', 'skipped'],
  properties: {
    pupils: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'session', 'sitting'],
        // Without the answers of a sitting that has begun: they are the pupil's.
        properties: { pid: uuid, session: pupilSession, sitting },
      },
    },
    skipped: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'why'],
        properties: { pid: uuid, why: { type: 'string', enum: ['consent', 'done', 'campaign'] } },
      },
    },
  },
} as const;
export type PreparedPupils = FromSchema<typeof preparedPupils>;

/** What a prepared computer holds of each pupil, closed with the pupil's code: the server only passes it on. */
const records = {
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['sitting', 'record'],
    properties: { sitting: uuid, record: { type: 'string', minLength: 2, maxLength: 30_000 } },
  },
} as const;

export const preparationRecords = {
  type: 'object',
  additionalProperties: false,
  required: ['records'],
  properties: { records },
} as const;
export type PreparationRecords = FromSchema<typeof preparationRecords>;

export const preparation = {
  type: 'object',
  additionalProperties: false,
  required: ['instrument', 'instrumentVersion', 'languages', 'madeAt', 'records'],
  properties: {
    instrument: id,
    instrumentVersion: semver,
    languages: { type: 'array', maxItems: 3, items: language },
    /** Null where no computer has been prepared for this class. */
    madeAt: { anyOf: [instant, { type: 'null' }] },
    records,
  },
} as const;
export type Preparation = FromSchema<typeof preparation>;

/** A file carried away from a device without a network: one parcel per sitting, each sealed to its campaign. */
export const deviceFile = {
  type: 'object',
  additionalProperties: false,
  required: ['ustaz', 'parcels'],
  properties: {
    ustaz: { type: 'string', enum: ['device-file-1'] },
    parcels: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['campaign', 'sealed'],
        properties: {
          campaign: id,
          sealed: { type: 'string', minLength: 100, maxLength: 400_000, pattern: '^[A-Za-z0-9_.-]+$' },
        },
      },
    },
  },
} as const;
export type DeviceFile = FromSchema<typeof deviceFile>;

/** What a parcel holds once it is opened. */
export const parcel = {
  type: 'object',
  additionalProperties: false,
  required: ['sitting', 'uploadToken', 'start', 'batches', 'submission'],
  properties: {
    sitting: uuid,
    uploadToken: { type: 'string', maxLength: 2000 },
    start: { anyOf: [startSitting, { type: 'null' }] },
    batches: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'content'],
        properties: { id: uuid, content: sealedBatch },
      },
    },
    submission: { anyOf: [submission, { type: 'null' }] },
  },
} as const;
export type Parcel = FromSchema<typeof parcel>;

export const deviceFileReceipt = {
  type: 'object',
  additionalProperties: false,
  required: ['parcels'],
  properties: {
    parcels: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['answers', 'submitted', 'refused'],
        properties: {
          /** Answers of the parcel that the server has now, whether it had them before or not. */
          answers: count,
          submitted: { type: 'boolean' },
          /** Why the parcel, or a part of it, was not taken: a problem's slug. */
          refused: { anyOf: [problem.properties.slug, { type: 'null' }] },
        },
      },
    },
  },
} as const;
export type DeviceFileReceipt = FromSchema<typeof deviceFileReceipt>;
