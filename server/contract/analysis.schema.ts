import type { FromSchema } from 'json-schema-to-ts';
import { finite, id, itemId, longText, nullableNumber, semver, shortText } from './primitives.schema.ts';

const phrases = { type: 'array', maxItems: 20, items: longText } as const;

const fieldWords = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'rank', 'name', 'about', 'because', 'occupations', 'college', 'university'],
  properties: {
    id,
    /** 1 for the best; fields that fit alike share a rank. */
    rank: { type: 'integer', minimum: 1, maximum: 200 },
    name: shortText,
    about: longText,
    /** Names of the interests and work types that speak for it, strongest first. */
    because: phrases,
    occupations: phrases,
    college: phrases,
    university: phrases,
  },
} as const;

/** Fields of work that fit, first for everyone; teaching subjects in a list of their own. Null: too few answers. */
export const fieldsThatFit = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['distinct', 'lead', 'fields', 'teaching', 'routes', 'caution'],
      properties: {
        /** False: nothing stands out, and the order says little. */
        distinct: { type: 'boolean' },
        lead: longText,
        fields: { type: 'array', maxItems: 20, items: fieldWords },
        teaching: { type: 'array', maxItems: 20, items: fieldWords },
        routes: {
          type: 'object',
          additionalProperties: false,
          required: ['afterGrade9', 'afterGrade11', 'teaching'],
          properties: { afterGrade9: longText, afterGrade11: longText, teaching: longText },
        },
        caution: longText,
      },
    },
  ],
} as const;
export type FieldsThatFit = FromSchema<typeof fieldsThatFit>;

const invitationState = { type: 'string', enum: ['invited-to-talk', 'nothing-to-suggest'] } as const;

/** Whether the test suggests a talk about teaching. There is no third state. Null: this form has no index. */
export const invitation = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['state', 'label', 'text'],
      properties: { state: invitationState, label: shortText, text: longText },
    },
  ],
} as const;
export type InvitationWire = FromSchema<typeof invitation>;

/** How the answers came about, for the counsellor. Null: a result of an engine that did not look at it. */
export const resultQuality = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['state', 'label', 'advice', 'score', 'flags', 'reference'],
      properties: {
        state: { type: 'string', enum: ['valid', 'review', 'repeat-offered'] },
        label: shortText,
        advice: longText,
        /** 0…100: the share of the reference sample whose answers speak at least as strongly for careless answering. */
        score: nullableNumber,
        flags: {
          type: 'array',
          maxItems: 20,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['flag', 'text'],
            properties: { flag: id, text: longText },
          },
        },
        reference: { anyOf: [{ type: 'null' }, shortText] },
      },
    },
  ],
} as const;
export type ResultQuality = FromSchema<typeof resultQuality>;

const pathway = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'status', 'statusLabel', 'evidence'],
  properties: {
    id,
    name: shortText,
    status: { type: 'string', enum: ['met', 'not-met', 'unknown', 'closed'] },
    statusLabel: shortText,
    evidence: phrases,
  },
} as const;

/** The inclination to teach with its uncertainty, for the counsellor; the label is the one the pupil sees. */
export const resultPropensity = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['table', 'tableVersion', 'state', 'label', 'summary', 'uncertainty', 'index', 'pathways', 'parts'],
      properties: {
        table: id,
        tableVersion: semver,
        state: invitationState,
        label: shortText,
        summary: longText,
        uncertainty: longText,
        /** T scores (mean 50, SD 10); `atLeast` the probability that the true value reaches `cutT`. Null without a norm. */
        index: {
          anyOf: [
            { type: 'null' },
            {
              type: 'object',
              additionalProperties: false,
              required: ['t', 'trueT', 'low', 'high', 'cutT', 'atLeast', 'reliability'],
              properties: {
                t: finite,
                trueT: finite,
                low: finite,
                high: finite,
                cutT: finite,
                atLeast: { type: 'number', minimum: 0, maximum: 1 },
                reliability: { type: 'number', minimum: 0, maximum: 1 },
              },
            },
          ],
        },
        pathways: { type: 'array', maxItems: 10, items: pathway },
        parts: {
          type: 'array',
          maxItems: 30,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['scale', 'name', 'weight', 'effectiveWeight', 'z'],
            properties: { scale: itemId, name: shortText, weight: finite, effectiveWeight: finite, z: nullableNumber },
          },
        },
      },
    },
  ],
} as const;
export type ResultPropensity = FromSchema<typeof resultPropensity>;

/** Whether the pupil would like to talk to the counsellor. */
export const talkWish = {
  type: 'object',
  additionalProperties: false,
  required: ['asked'],
  properties: { asked: { type: 'boolean' } },
} as const;
export type TalkWish = FromSchema<typeof talkWish>;

/** What a pupil would like: to hear about becoming a teacher, or not; null takes it back. */
export const teachingWish = {
  type: 'object',
  additionalProperties: false,
  required: ['wish'],
  properties: { wish: { type: ['boolean', 'null'] } },
} as const;
export type TeachingWish = FromSchema<typeof teachingWish>;
