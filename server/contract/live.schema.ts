import type { FromSchema } from 'json-schema-to-ts';
import { count, instant, shortText, uuid } from './primitives.schema.ts';

/** What a pupil's device says of itself, every 20 seconds while the page is open: the highest number it has given an answer. */
export const presence = {
  type: 'object',
  additionalProperties: false,
  required: ['lastSeq'],
  properties: {
    lastSeq: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    /** Which device: it learns so whether another has taken over. */
    device: uuid,
  },
} as const;
export type PresenceBody = FromSchema<typeof presence>;

/** One pupil in the live room; never an answer. */
export const livePupilRow = {
  type: 'object',
  additionalProperties: false,
  required: ['pid', 'name', 'state', 'answered', 'of', 'section', 'sections', 'unsent', 'since'],
  properties: {
    pid: uuid,
    name: { type: 'string', maxLength: 300 },
    state: { type: 'string', enum: ['absent', 'waiting', 'ready', 'answering', 'stuck', 'away', 'finished'] },
    answered: count,
    of: count,
    /** The part of the form that was answered last, from 1, and how many there are; null: nothing answered yet. */
    section: { anyOf: [count, { type: 'null' }] },
    sections: count,
    /** Answers on the device that have not arrived; null: not told. */
    unsent: { anyOf: [count, { type: 'null' }] },
    /** Since when stuck or away. */
    since: { anyOf: [instant, { type: 'null' }] },
  },
} as const;
export type LivePupilRow = FromSchema<typeof livePupilRow>;

/** `event: room`, the first of a stream and again when the list of the class changes. */
export const liveRoom = {
  type: 'object',
  additionalProperties: false,
  required: ['at', 'class', 'pupils'],
  properties: { at: instant, class: shortText, pupils: { type: 'array', maxItems: 500, items: livePupilRow } },
} as const;
export type LiveRoom = FromSchema<typeof liveRoom>;
