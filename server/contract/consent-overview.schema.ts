import type { FromSchema } from 'json-schema-to-ts';
import { purpose } from './consent.schema.ts';
import { count, id, language, shortText, uuid } from './primitives.schema.ts';
import { consentState } from './session.schema.ts';

/** `missing`: whose consent is not there (never given, withdrawn or expired); `any` of the two. */
export const consentQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['purpose'],
  properties: { purpose, class: id, missing: { type: 'string', enum: ['guardian', 'pupil', 'any'] } },
} as const;
export type ConsentQuery = FromSchema<typeof consentQuery>;

/** Who is missing what, for one purpose; the counts are of everyone, whatever is filtered. */
export const consentOverview = {
  type: 'object',
  additionalProperties: false,
  required: ['purpose', 'counts', 'pupils'],
  properties: {
    purpose,
    counts: {
      type: 'object',
      additionalProperties: false,
      required: ['pupils', 'open', 'guardianMissing', 'pupilMissing'],
      properties: { pupils: count, open: count, guardianMissing: count, pupilMissing: count },
    },
    pupils: {
      type: 'array',
      maxItems: 10_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'name', 'class', 'className', 'language', 'guardian', 'pupil', 'open'],
        properties: {
          pid: uuid,
          name: { type: 'string', maxLength: 300 },
          class: id,
          className: shortText,
          language,
          guardian: consentState,
          pupil: consentState,
          open: { type: 'boolean' },
        },
      },
    },
  },
} as const;
export type ConsentOverview = FromSchema<typeof consentOverview>;

export const reminderRequest = {
  type: 'object',
  additionalProperties: false,
  required: ['purpose', 'language', 'pupils'],
  properties: { purpose, language, pupils: { type: 'array', minItems: 1, maxItems: 200, items: uuid } },
} as const;
export type ReminderRequest = FromSchema<typeof reminderRequest>;
