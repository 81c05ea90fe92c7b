import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, longText, shortText, words } from './primitives.schema.ts';
import { place } from './round.schema.ts';

export const referralStatus = {
  type: 'string',
  enum: [
    'drafted',
    'offered',
    'accepted',
    'declined',
    'expired',
    'revoked',
    'enrolled',
    'in-practice',
    'placed',
    'left',
  ],
} as const;

const nullableInstant = { anyOf: [instant, { type: 'null' }] } as const;
const grade = { type: 'integer', minimum: 9, maximum: 11 } as const;

/** The yearly look: is the wish still there, is there a pedagogical class and a mentor? */
export const checkIn = {
  type: 'object',
  additionalProperties: false,
  required: ['grade', 'confirmed', 'pedagogicalClass', 'mentor'],
  properties: {
    grade,
    confirmed: { type: 'boolean' },
    pedagogicalClass: { type: 'boolean' },
    mentor: { type: 'boolean' },
  },
} as const;
export type CheckIn = FromSchema<typeof checkIn>;

/** A referral as staff see it: a code, never a name; the name opens by a reasoned act of its own. */
export const referral = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'number',
    'code',
    'round',
    'year',
    'status',
    'since',
    'answerBy',
    'place',
    'checkIns',
    'checkInDue',
    'unt',
    'teachesAt',
    'mayBeNamed',
    'steps',
    'history',
  ],
  properties: {
    id,
    number: shortText,
    code: id,
    round: id,
    year: { type: 'integer', minimum: 2024, maximum: 2100 },
    status: referralStatus,
    since: instant,
    answerBy: nullableInstant,
    place,
    checkIns: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: [...checkIn.required, 'at'],
        properties: { ...checkIn.properties, at: instant },
      },
    },
    /** Time to ask once more whether the wish is still there. */
    checkInDue: { type: 'boolean' },
    /** The national test; null: not yet known. */
    unt: { anyOf: [{ type: 'string', enum: ['passed', 'not-passed'] }, { type: 'null' }] },
    teachesAt: { anyOf: [shortText, { type: 'null' }] },
    /** Consent of guardian and pupil to be named to this reader is in force. */
    mayBeNamed: { type: 'boolean' },
    /** Steps that the reader may take now. */
    steps: { type: 'array', maxItems: 10, items: referralStatus },
    history: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['to', 'at', 'by', 'who', 'reason'],
        properties: {
          to: referralStatus,
          at: instant,
          by: { type: 'string', enum: ['department', 'pupil', 'guardian', 'university', 'clock'] },
          who: shortText,
          reason: { anyOf: [longText, { type: 'null' }] },
        },
      },
    },
  },
} as const;
export type Referral = FromSchema<typeof referral>;

export const referralList = {
  type: 'object',
  additionalProperties: false,
  required: ['referrals'],
  properties: { referrals: { type: 'array', maxItems: 5000, items: referral } },
} as const;
export type ReferralList = FromSchema<typeof referralList>;

export const referralParams = {
  type: 'object',
  additionalProperties: false,
  required: ['referral'],
  properties: { referral: id },
} as const;
export type ReferralParams = FromSchema<typeof referralParams>;

export const referralStep = {
  type: 'object',
  additionalProperties: false,
  required: ['to', 'reason'],
  properties: { to: referralStatus, reason: { anyOf: [{ ...longText, minLength: 3 }, { type: 'null' }] } },
} as const;
export type ReferralStepBody = FromSchema<typeof referralStep>;

/** What became of it: the national test (university or department), and where the person teaches (department). */
export const followUp = {
  type: 'object',
  additionalProperties: false,
  required: ['unt', 'teachesAt'],
  properties: {
    unt: { anyOf: [{ type: 'string', enum: ['passed', 'not-passed'] }, { type: 'null' }] },
    teachesAt: { anyOf: [{ ...shortText, minLength: 2 }, { type: 'null' }] },
  },
} as const;
export type FollowUp = FromSchema<typeof followUp>;

export const nameReason = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: { ...shortText, minLength: 5 } },
} as const;
export type NameReason = FromSchema<typeof nameReason>;

export const openedName = {
  type: 'object',
  additionalProperties: false,
  required: ['familyName', 'givenName', 'school'],
  properties: { familyName: shortText, givenName: shortText, school: words },
} as const;
export type OpenedName = FromSchema<typeof openedName>;

/** What the page behind a letter's QR code tells: whether it is in force, and no more. */
export const letterStanding = {
  type: 'object',
  additionalProperties: false,
  required: ['standing', 'number', 'issuedOn'],
  properties: {
    standing: { type: 'string', enum: ['valid', 'withdrawn', 'unknown'] },
    number: { anyOf: [shortText, { type: 'null' }] },
    issuedOn: { anyOf: [shortText, { type: 'null' }] },
  },
} as const;
export type LetterStanding = FromSchema<typeof letterStanding>;

export const letterParams = {
  type: 'object',
  additionalProperties: false,
  required: ['token'],
  properties: { token: { type: 'string', minLength: 10, maxLength: 120, pattern: '^[A-Za-z0-9._-]+$' } },
} as const;
export type LetterParams = FromSchema<typeof letterParams>;

export const letterQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language', 'address'],
  properties: {
    language: { type: 'string', enum: ['kk', 'ru'] },
    /** Where the service is reached, for the QR code. */
    address: { type: 'string', maxLength: 200, pattern: '^https?://[A-Za-z0-9.:\\[\\]-]+$' },
  },
} as const;
export type LetterQuery = FromSchema<typeof letterQuery>;

/** What came of a year's referrals; a cell under five is not told. */
export const cohort = {
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    rows: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['year', 'region', 'offered', 'accepted', 'untPassed', 'enrolled', 'placed', 'teaching', 'left'],
        properties: {
          year: { type: 'integer', minimum: 2024, maximum: 2100 },
          region: id,
          offered: { anyOf: [count, { type: 'null' }] },
          accepted: { anyOf: [count, { type: 'null' }] },
          untPassed: { anyOf: [count, { type: 'null' }] },
          enrolled: { anyOf: [count, { type: 'null' }] },
          placed: { anyOf: [count, { type: 'null' }] },
          teaching: { anyOf: [count, { type: 'null' }] },
          left: { anyOf: [count, { type: 'null' }] },
        },
      },
    },
  },
} as const;
export type Cohort = FromSchema<typeof cohort>;

/** Enrolments as a university has them: one line a referral, by the letter's number. */
export const enrolmentFile = {
  type: 'object',
  additionalProperties: false,
  required: ['content'],
  properties: { content: { type: 'string', minLength: 1, maxLength: 1_400_000, pattern: '^[A-Za-z0-9+/=]+$' } },
} as const;
export type EnrolmentFile = FromSchema<typeof enrolmentFile>;
