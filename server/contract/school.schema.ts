import type { FromSchema } from 'json-schema-to-ts';
import { fieldsThatFit, resultPropensity, resultQuality } from './analysis.schema.ts';
import {
  count,
  day,
  id,
  instant,
  itemId,
  language,
  nullableNumber,
  semver,
  shortText,
  uuid,
  words,
} from './primitives.schema.ts';
import { profileChange, profilePrompts, profileScale, profileSittings } from './profile.schema.ts';
import { repeatStanding } from './repeat.schema.ts';
import { normNote } from './result.schema.ts';
import { consentState, sittingState } from './session.schema.ts';

export const schoolParams = {
  type: 'object',
  additionalProperties: false,
  required: ['school'],
  properties: { school: id },
} as const;
export type SchoolParams = FromSchema<typeof schoolParams>;

export const classParams = {
  type: 'object',
  additionalProperties: false,
  required: ['class'],
  properties: { class: id },
} as const;
export type ClassParams = FromSchema<typeof classParams>;

export const pupilParams = {
  type: 'object',
  additionalProperties: false,
  required: ['pupil'],
  properties: { pupil: uuid },
} as const;
export type PupilParams = FromSchema<typeof pupilParams>;

/** The classes of a school with how far each one is. */
export const classList = {
  type: 'object',
  additionalProperties: false,
  required: ['school', 'demo', 'campaign', 'classes'],
  properties: {
    school: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'name', 'locality'],
      properties: { id, name: words, locality: { type: 'string', enum: ['rural', 'urban'] } },
    },
    demo: { type: 'boolean' },
    campaign: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'title', 'closesAt'],
          properties: { id, title: words, closesAt: instant },
        },
      ],
    },
    classes: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'language', 'pupils', 'consented', 'started', 'submitted'],
        properties: {
          id,
          name: shortText,
          language,
          pupils: count,
          consented: count,
          started: count,
          submitted: count,
        },
      },
    },
  },
} as const;
export type ClassList = FromSchema<typeof classList>;

export const pupilRow = {
  type: 'object',
  additionalProperties: false,
  required: [
    'pid',
    'name',
    'class',
    'className',
    'language',
    'guardian',
    'pupil',
    'sitting',
    'answered',
    'of',
    'submittedAt',
  ],
  properties: {
    pid: uuid,
    name: shortText,
    class: id,
    className: shortText,
    language,
    /** Consent to the assessment. */
    guardian: consentState,
    pupil: consentState,
    sitting: sittingState,
    answered: count,
    of: count,
    submittedAt: { anyOf: [instant, { type: 'null' }] },
    /** Since when the pupil would like to talk to the counsellor. */
    talkAskedAt: instant,
  },
} as const;
export type PupilRow = FromSchema<typeof pupilRow>;

export const pupilList = {
  type: 'object',
  additionalProperties: false,
  required: ['class', 'demo', 'pupils'],
  properties: {
    class: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'name', 'language', 'school', 'schoolId'],
      properties: { id, name: shortText, language, school: words, schoolId: id },
    },
    demo: { type: 'boolean' },
    pupils: { type: 'array', maxItems: 5000, items: pupilRow },
  },
} as const;
export type PupilList = FromSchema<typeof pupilList>;

/** All pupils of a school, over its classes. */
export const schoolPupilList = {
  type: 'object',
  additionalProperties: false,
  required: ['school', 'demo', 'pupils'],
  properties: {
    school: words,
    demo: { type: 'boolean' },
    pupils: { type: 'array', maxItems: 10_000, items: pupilRow },
  },
} as const;
export type SchoolPupilList = FromSchema<typeof schoolPupilList>;

export const newPupil = {
  type: 'object',
  additionalProperties: false,
  required: ['familyName', 'givenName', 'birthDate', 'sex', 'language'],
  properties: {
    familyName: { type: 'string', minLength: 1, maxLength: 80 },
    givenName: { type: 'string', minLength: 1, maxLength: 80 },
    birthDate: day,
    sex: { type: 'string', enum: ['female', 'male', 'undisclosed'] },
    language,
    iin: { type: 'string', minLength: 12, maxLength: 12, pattern: '^[0-9]{12}$' },
  },
} as const;
export type NewPupil = FromSchema<typeof newPupil>;

export const createdPupil = {
  type: 'object',
  additionalProperties: false,
  required: ['pid'],
  properties: { pid: uuid },
} as const;
export type CreatedPupil = FromSchema<typeof createdPupil>;

/** Codes are shown once, here; only a keyed hash is stored. Issuing again kills the earlier ones. */
export const issuedCodes = {
  type: 'object',
  additionalProperties: false,
  required: ['pid', 'pupilCode', 'guardianCode', 'expiresAt'],
  properties: { pid: uuid, pupilCode: shortText, guardianCode: shortText, expiresAt: instant },
} as const;
export type IssuedCodes = FromSchema<typeof issuedCodes>;

export const scaleParams = {
  type: 'object',
  additionalProperties: false,
  required: ['pupil', 'scale'],
  properties: { pupil: uuid, scale: itemId },
} as const;
export type ScaleParams = FromSchema<typeof scaleParams>;

/** A pupil's profile as the school's counsellor reads it: every score with its error, every flag with its reason. */
export const profile = {
  type: 'object',
  additionalProperties: false,
  required: [
    'pid',
    'name',
    'class',
    'classId',
    'school',
    'language',
    'demo',
    'sitting',
    'sittings',
    'repeat',
    'result',
  ],
  properties: {
    pid: uuid,
    name: shortText,
    class: shortText,
    classId: id,
    school: words,
    language,
    demo: { type: 'boolean' },
    /** Since when the pupil would like to talk to the counsellor. */
    talkAskedAt: instant,
    sittings: profileSittings,
    repeat: repeatStanding,
    sitting: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'state', 'openedAt', 'submittedAt', 'language', 'answered', 'of', 'minutes', 'tooLate'],
          properties: {
            id: uuid,
            state: sittingState,
            openedAt: instant,
            submittedAt: { anyOf: [instant, { type: 'null' }] },
            language,
            answered: count,
            of: count,
            minutes: nullableNumber,
            /** Answers given after the campaign had closed, kept apart: to how many items, and when the first was given. */
            tooLate: {
              anyOf: [
                { type: 'null' },
                {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items', 'since'],
                  properties: { items: count, since: instant },
                },
              ],
            },
          },
        },
      ],
    },
    result: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: [
            'instrument',
            'instrumentVersion',
            'engineVersion',
            'norm',
            'scales',
            'notes',
            'change',
            'prompts',
            'computedAt',
          ],
          properties: {
            instrument: id,
            instrumentVersion: semver,
            engineVersion: shortText,
            norm: normNote,
            scales: { type: 'array', maxItems: 60, items: profileScale },
            change: profileChange,
            prompts: profilePrompts,
            /** What a reader should know before trusting the numbers, in words. */
            notes: { type: 'array', maxItems: 20, items: shortText },
            quality: resultQuality,
            propensity: resultPropensity,
            fields: fieldsThatFit,
            computedAt: instant,
          },
        },
      ],
    },
  },
} as const;
export type Profile = FromSchema<typeof profile>;
