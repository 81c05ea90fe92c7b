import type { FromSchema } from 'json-schema-to-ts';
import { id, instant, language, semver, shortText, uuid, words } from './primitives.schema.ts';

/** Staff sign-in. The refresh token travels only in an httpOnly cookie. */
export const staffSignIn = {
  type: 'object',
  additionalProperties: false,
  required: ['email', 'password'],
  properties: {
    email: { type: 'string', minLength: 3, maxLength: 120 },
    password: { type: 'string', minLength: 1, maxLength: 200 },
    /** The second factor, where the account has one. */
    code: { type: 'string', maxLength: 40 },
  },
} as const;
export type StaffSignIn = FromSchema<typeof staffSignIn>;

export const role = {
  type: 'string',
  enum: ['counsellor', 'principal', 'department', 'university', 'sponsor', 'operator'],
} as const;
export type Role = FromSchema<typeof role>;

export const staffMe = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'name',
    'email',
    'role',
    'language',
    'schools',
    'whole',
    'may',
    'region',
    'organisation',
    'place',
    'demo',
  ],
  properties: {
    id,
    name: shortText,
    email: shortText,
    role,
    language,
    /** Every school of which something is reached. */
    schools: { type: 'array', maxItems: 50, items: id },
    /** Those of them that are reached whole. */
    whole: { type: 'array', maxItems: 50, items: id },
    /** Permissions the role holds: what a page offers follows them. */
    may: { type: 'array', maxItems: 100, items: shortText },
    region: { anyOf: [id, { type: 'null' }] },
    organisation: { anyOf: [id, { type: 'null' }] },
    /** What stands under the person's name: school, department, university. */
    place: words,
    demo: { type: 'boolean' },
    /** Single classes that are all this person reaches of their schools; absent: none such. */
    classes: { type: 'array', maxItems: 500, items: id },
    /** `first`: the policy asks for a second factor before anything else. */
    secondFactor: { type: 'string', enum: ['on', 'off', 'first'] },
  },
} as const;
export type StaffMe = FromSchema<typeof staffMe>;

export const staffSession = {
  type: 'object',
  additionalProperties: false,
  required: ['accessToken', 'expiresAt', 'me'],
  properties: { accessToken: { type: 'string', maxLength: 6000 }, expiresAt: instant, me: staffMe },
} as const;
export type StaffSession = FromSchema<typeof staffSession>;

/** A pupil's code, as typed; the server folds look-alikes. `sitting` is the id the device made for a new sitting. */
export const pupilSignIn = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'sitting'],
  properties: { code: { type: 'string', minLength: 1, maxLength: 40 }, sitting: uuid },
} as const;
export type PupilSignIn = FromSchema<typeof pupilSignIn>;

export const consentState = { type: 'string', enum: ['given', 'withdrawn', 'expired', 'missing'] } as const;
export const sittingState = { type: 'string', enum: ['new', 'open', 'submitted'] } as const;

export const pupilSession = {
  type: 'object',
  additionalProperties: false,
  required: ['token', 'expiresAt', 'uploadToken', 'uploadKey', 'pupil', 'campaign', 'consent', 'sitting', 'serverTime'],
  properties: {
    /** Reads this sitting and its result; 90 minutes. */
    token: { type: 'string', maxLength: 2000 },
    expiresAt: instant,
    /** May only add answers to this sitting and submit it; lives 180 days past the campaign's end. */
    uploadToken: { type: 'string', maxLength: 2000 },
    /** The campaign's public key: what waits on the device is sealed to it (ECDH on P-256, an uncompressed point). */
    uploadKey: { type: 'string', maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' },
    pupil: {
      type: 'object',
      additionalProperties: false,
      required: ['firstName', 'language'],
      properties: { firstName: shortText, language },
    },
    campaign: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'title', 'instrument', 'instrumentVersion', 'languages', 'closesAt', 'demo'],
      properties: {
        id,
        title: words,
        instrument: id,
        instrumentVersion: semver,
        languages: { type: 'array', maxItems: 3, items: language },
        closesAt: instant,
        demo: { type: 'boolean' },
      },
    },
    /** Consent to the assessment: both must be `given` before a sitting opens. */
    consent: {
      type: 'object',
      additionalProperties: false,
      required: ['guardian', 'pupil'],
      properties: { guardian: consentState, pupil: consentState },
    },
    sitting: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'state'],
      properties: {
        id: uuid,
        state: sittingState,
        /** The school has offered a second sitting, and this is it; the first is kept. */
        isRepeat: { type: 'boolean' },
      },
    },
    serverTime: instant,
  },
} as const;
export type PupilSession = FromSchema<typeof pupilSession>;

export const proofHow = { type: 'string', enum: ['verified-phone', 'state-identity'] } as const;

export const proofParams = {
  type: 'object',
  additionalProperties: false,
  required: ['how'],
  properties: { how: proofHow },
} as const;
export type ProofParams = FromSchema<typeof proofParams>;

/** Where to go for it; null: something comes to the guardian, and its number is typed here. */
export const proofBegun = {
  type: 'object',
  additionalProperties: false,
  required: ['address'],
  properties: { address: { anyOf: [{ type: 'string', maxLength: 2000 }, { type: 'null' }] } },
} as const;
export type ProofBegun = FromSchema<typeof proofBegun>;

export const proofAnswer = {
  type: 'object',
  additionalProperties: false,
  required: ['answer'],
  properties: { answer: { type: 'string', minLength: 1, maxLength: 2000 } },
} as const;
export type ProofAnswer = FromSchema<typeof proofAnswer>;

export const provenGuardian = {
  type: 'object',
  additionalProperties: false,
  required: ['token', 'expiresAt', 'how'],
  properties: { token: { type: 'string', maxLength: 2000 }, expiresAt: instant, how: proofHow },
} as const;
export type ProvenGuardian = FromSchema<typeof provenGuardian>;

export const guardianSignIn = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: { code: { type: 'string', minLength: 1, maxLength: 40 } },
} as const;
export type GuardianSignIn = FromSchema<typeof guardianSignIn>;

export const guardianSession = {
  type: 'object',
  additionalProperties: false,
  required: ['token', 'expiresAt', 'proofs', 'pupil', 'school', 'demo'],
  properties: {
    token: { type: 'string', maxLength: 2000 },
    expiresAt: instant,
    /** How a guardian may prove who they are beyond the code, where the service has someone to ask. */
    proofs: { type: 'array', maxItems: 2, items: proofHow },
    pupil: {
      type: 'object',
      additionalProperties: false,
      required: ['firstName'],
      properties: { firstName: shortText },
    },
    school: words,
    demo: { type: 'boolean' },
  },
} as const;
export type GuardianSession = FromSchema<typeof guardianSession>;
