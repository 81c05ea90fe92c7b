import type { FromSchema } from 'json-schema-to-ts';
import { day, id, instant, language, longText, shortText } from './primitives.schema.ts';
import { consentState } from './session.schema.ts';

/** Each purpose is asked by itself; nothing is bundled. */
export const purpose = { type: 'string', enum: ['assessment', 'department', 'university', 'sponsor'] } as const;
export type Purpose = FromSchema<typeof purpose>;

/** How the recorder knows who agreed. */
export const how = {
  type: 'string',
  enum: ['signed-paper', 'own-code', 'verified-phone', 'state-identity', 'simulated'],
} as const;

/** How whoever writes a paper down knows whose hand it is: handed over in person, a signature the school knows, a call back. */
export const knownBy = { type: 'string', enum: ['in-person', 'known-signature', 'called-back'] } as const;

export const assent = {
  type: 'object',
  additionalProperties: false,
  required: ['purpose', 'action', 'wording', 'language'],
  properties: {
    purpose,
    action: { type: 'string', enum: ['given', 'withdrawn'] },
    /** Version of the text that was on the screen, e.g. `assessment-1`. */
    wording: id,
    language,
  },
} as const;
export type Assent = FromSchema<typeof assent>;

/** A counsellor writes down what a guardian (or pupil) signed on paper. */
export const paperConsent = {
  type: 'object',
  additionalProperties: false,
  required: ['purpose', 'party', 'action', 'wording', 'language', 'signedOn', 'signedBy'],
  properties: {
    purpose,
    party: { type: 'string', enum: ['guardian', 'pupil'] },
    action: { type: 'string', enum: ['given', 'withdrawn'] },
    wording: id,
    language,
    signedOn: day,
    /** Name as signed; kept encrypted beside the identity. */
    signedBy: shortText,
    knownBy,
  },
} as const;
export type PaperConsent = FromSchema<typeof paperConsent>;

export const consentSummary = {
  type: 'object',
  additionalProperties: false,
  required: ['purposes', 'events', 'received'],
  properties: {
    purposes: {
      type: 'array',
      maxItems: 4,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['purpose', 'guardian', 'pupil', 'open'],
        properties: { purpose, guardian: consentState, pupil: consentState, open: { type: 'boolean' } },
      },
    },
    events: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['purpose', 'party', 'action', 'at', 'how', 'recordedBy', 'wording', 'language'],
        properties: {
          purpose,
          party: { type: 'string', enum: ['guardian', 'pupil'] },
          action: { type: 'string', enum: ['given', 'withdrawn', 'expired'] },
          at: instant,
          how,
          knownBy,
          recordedBy: shortText,
          wording: id,
          language,
        },
      },
    },
    /** Who has already received something about the pupil by name, newest first: taking a consent back does not undo it. */
    received: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['purpose', 'at', 'who'],
        properties: { purpose, at: instant, who: shortText },
      },
    },
  },
} as const;
export type ConsentSummary = FromSchema<typeof consentSummary>;

/** The text a person agrees to: what, why, who sees it, how long, how to take it back. */
export const wording = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'purpose', 'party', 'language', 'title', 'paragraphs', 'fields', 'agree', 'refuse'],
  properties: {
    id,
    purpose,
    party: { type: 'string', enum: ['guardian', 'pupil'] },
    language,
    title: shortText,
    paragraphs: { type: 'array', maxItems: 20, items: longText },
    /** The exact fields that would be collected or go. */
    fields: { type: 'array', maxItems: 30, items: shortText },
    agree: shortText,
    refuse: shortText,
  },
} as const;
export type Wording = FromSchema<typeof wording>;

export const wordingParams = {
  type: 'object',
  additionalProperties: false,
  required: ['purpose', 'party', 'language'],
  properties: { purpose, party: { type: 'string', enum: ['guardian', 'pupil'] }, language },
} as const;
export type WordingParams = FromSchema<typeof wordingParams>;
