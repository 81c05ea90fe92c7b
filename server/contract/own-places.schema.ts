import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, longText, shortText, words } from './primitives.schema.ts';
import { checkIn, referral } from './referral.schema.ts';
import { place, roundState } from './round.schema.ts';

/** A referral as its family reads it: with what it obliges to, in plain words. */
const familyReferral = {
  ...referral,
  required: [...referral.required, 'obligations', 'hasLetter'],
  properties: {
    ...referral.properties,
    obligations: longText,
    /** The letter is in force and can be fetched. */
    hasLetter: { type: 'boolean' },
  },
} as const;
export type FamilyReferral = FromSchema<typeof familyReferral>;

const explanation = { type: 'array', maxItems: 110, items: longText } as const;

/** The pupil's own page of places: the round of the region, own wishes, what came of them and why. */
export const ownPlaces = {
  type: 'object',
  additionalProperties: false,
  required: ['missing', 'round', 'wishes', 'code', 'explanation', 'earlier', 'referrals'],
  properties: {
    /** What is still needed before wishes can be named. */
    missing: {
      type: 'array',
      maxItems: 3,
      items: { type: 'string', enum: ['wish', 'guardian-consent', 'own-consent'] },
    },
    round: {
      anyOf: [
        {
          type: 'object',
          additionalProperties: false,
          required: [
            'id',
            'title',
            'state',
            'wishesUntil',
            'cap',
            'obligations',
            'places',
            'lotterySeed',
            'closedEarly',
          ],
          properties: {
            id,
            title: words,
            state: roundState,
            wishesUntil: instant,
            cap: count,
            obligations: longText,
            places: { type: 'array', maxItems: 600, items: place },
            lotterySeed: { anyOf: [shortText, { type: 'null' }] },
            /** Why wishes were closed before the announced day; null where they were not. */
            closedEarly: { anyOf: [longText, { type: 'null' }] },
          },
        },
        { type: 'null' },
      ],
    },
    /** Ids of places, the most wished first. */
    wishes: { type: 'array', maxItems: 600, items: id },
    code: { anyOf: [id, { type: 'null' }] },
    explanation,
    /** Decided rounds before this one that the pupil took part in, the newest first: what is told of a place stays to be read. */
    earlier: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'code', 'explanation'],
        properties: { id, title: words, code: id, explanation },
      },
    },
    referrals: { type: 'array', maxItems: 20, items: familyReferral },
  },
} as const;
export type OwnPlaces = FromSchema<typeof ownPlaces>;

export const wishList = {
  type: 'object',
  additionalProperties: false,
  required: ['round', 'wishes'],
  properties: { round: id, wishes: { type: 'array', maxItems: 600, uniqueItems: true, items: id } },
} as const;
export type WishList = FromSchema<typeof wishList>;

export const familyStep = {
  type: 'object',
  additionalProperties: false,
  required: ['referral', 'to', 'reason'],
  properties: {
    referral: id,
    to: { type: 'string', enum: ['accepted', 'declined', 'revoked'] },
    reason: { anyOf: [{ ...longText, minLength: 3 }, { type: 'null' }] },
  },
} as const;
export type FamilyStep = FromSchema<typeof familyStep>;

export const ownCheckIn = {
  type: 'object',
  additionalProperties: false,
  required: ['referral', 'grade', 'confirmed', 'pedagogicalClass', 'mentor'],
  properties: { referral: id, ...checkIn.properties },
} as const;
export type OwnCheckIn = FromSchema<typeof ownCheckIn>;

export const guardianReferrals = {
  type: 'object',
  additionalProperties: false,
  required: ['referrals'],
  properties: { referrals: { type: 'array', maxItems: 20, items: familyReferral } },
} as const;
export type GuardianReferrals = FromSchema<typeof guardianReferrals>;
