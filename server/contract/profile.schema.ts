import type { FromSchema } from 'json-schema-to-ts';
import {
  finite,
  instant,
  itemId,
  language,
  longText,
  nullableNumber,
  shortText,
  uuid,
  words,
} from './primitives.schema.ts';
import { scaleResult } from './result.schema.ts';
import { sittingState } from './session.schema.ts';

/** A scale as the counsellor sees it: of which instrument, between which ends, its T with error, or the nearest answer. */
export const profileScale = {
  ...scaleResult,
  required: [...scaleResult.required, 'group', 'groupName', 'from', 'to', 'tLow', 'tHigh', 'nearest', 'isPart'],
  properties: {
    ...scaleResult.properties,
    group: itemId,
    groupName: shortText,
    /** The ends of the scale that `mean` lies on. */
    from: finite,
    to: finite,
    tLow: nullableNumber,
    tHigh: nullableNumber,
    /** The answer nearest to the mean, in words; what is shown where the error is not known. */
    nearest: { anyOf: [{ type: 'null' }, shortText] },
    /** Part of a larger scale, which says more. */
    isPart: { type: 'boolean' },
  },
} as const;
export type ProfileScale = FromSchema<typeof profileScale>;

/** Every sitting of a pupil, newest first; `isShown`: the one this profile is of. */
export const profileSittings = {
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'title', 'state', 'openedAt', 'submittedAt', 'language', 'round', 'isShown'],
    properties: {
      id: uuid,
      title: words,
      state: sittingState,
      openedAt: instant,
      submittedAt: { anyOf: [instant, { type: 'null' }] },
      language,
      /** 1 for the first sitting of a campaign, 2 for the first repeat. */
      round: { type: 'integer', minimum: 1, maximum: 20 },
      isShown: { type: 'boolean' },
    },
  },
} as const;

/** What changed since the sitting before; null: there is none of the same form. */
export const profileChange = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['summary', 'changes'],
      properties: {
        summary: { type: 'array', maxItems: 10, items: longText },
        changes: {
          type: 'array',
          maxItems: 60,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['scale', 'name', 'verdict', 'text', 'before', 'after'],
            properties: {
              scale: itemId,
              name: shortText,
              verdict: { type: 'string', enum: ['up', 'down', 'within-error', 'unknown'] },
              text: longText,
              /** Means with their error, in words. */
              before: shortText,
              after: shortText,
            },
          },
        },
      },
    },
  ],
} as const;

/** «What to ask in the conversation»: a question, and what in the profile suggests it. */
export const profilePrompts = {
  type: 'array',
  maxItems: 12,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['question', 'why'],
    properties: { question: longText, why: longText },
  },
} as const;

/** Which sitting to show; without it the newest submitted one. */
export const profileQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: { language, sitting: uuid },
} as const;
export type ProfileQuery = FromSchema<typeof profileQuery>;
