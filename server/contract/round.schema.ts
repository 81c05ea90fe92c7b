import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, language, longText, shortText, words } from './primitives.schema.ts';

/** A round of allocation: places, wishes, a frozen pool, a proposal by published rules, and the decision of a commission. */

const year = { type: 'integer', minimum: 2024, maximum: 2100 } as const;
const nullableId = { anyOf: [id, { type: 'null' }] } as const;
const longWords = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: longText, ru: longText, en: longText },
} as const;

/** Kinds of reserved share; who may use one is shown by a document that the commission has seen, never by a test. */
export const reserveKind = {
  type: 'string',
  enum: ['rural', 'language', 'district', 'orphan', 'disability', 'large-family'],
} as const;
export type ReserveKind = FromSchema<typeof reserveKind>;

/** What puts a candidate into an earlier class at a place; the first that holds counts. None of it comes from a test. */
export const priorityRule = { type: 'string', enum: ['district', 'language', 'rural'] } as const;
export type PriorityRule = FromSchema<typeof priorityRule>;

const reserved = {
  type: 'array',
  maxItems: 6,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'seats'],
    properties: { kind: reserveKind, seats: { type: 'integer', minimum: 0, maximum: 10_000 } },
  },
} as const;

export const newPlace = {
  type: 'object',
  additionalProperties: false,
  required: ['seat', 'grant', 'district', 'quota', 'reserved', 'lowerTarget', 'priority'],
  properties: {
    seat: id,
    /** The sponsor's offer that pays; null: the state or nobody. */
    grant: nullableId,
    /** Where the teacher is asked for; null: anywhere in the region. */
    district: nullableId,
    quota: { type: 'integer', minimum: 1, maximum: 10_000 },
    reserved,
    lowerTarget: { type: 'integer', minimum: 0, maximum: 10_000 },
    priority: { type: 'array', maxItems: 3, uniqueItems: true, items: priorityRule },
  },
} as const;
export type NewPlace = FromSchema<typeof newPlace>;

export const newRound = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'year', 'wishesUntil', 'cap', 'obligations', 'places'],
  properties: {
    title: words,
    year,
    wishesUntil: instant,
    /** How many places a candidate may name; 0: as many as there are. */
    cap: { type: 'integer', minimum: 0, maximum: 100 },
    /** Obligations in plain words, shown before anyone wishes or accepts. */
    obligations: longWords,
    places: { type: 'array', minItems: 1, maxItems: 600, items: newPlace },
  },
} as const;
export type NewRound = FromSchema<typeof newRound>;

/** A place as people read it. */
export const place = {
  type: 'object',
  additionalProperties: false,
  required: [
    ...newPlace.required,
    'id',
    'subject',
    'subjectName',
    'language',
    'organisation',
    'organisationName',
    'form',
    'funding',
    'after',
    'sponsorName',
    'districtName',
  ],
  properties: {
    ...newPlace.properties,
    id,
    subject: id,
    subjectName: words,
    language,
    organisation: id,
    organisationName: words,
    form: { type: 'string', enum: ['full-time', 'part-time', 'distance'] },
    funding: { type: 'string', enum: ['grant', 'paid', 'sponsor'] },
    after: { type: 'string', enum: ['grade-9', 'grade-11'] },
    sponsorName: { anyOf: [words, { type: 'null' }] },
    districtName: { anyOf: [words, { type: 'null' }] },
  },
} as const;
export type Place = FromSchema<typeof place>;

/** A place as those who run the round read it. */
const roundPlace = {
  ...place,
  required: [...place.required, 'returned'],
  properties: {
    ...place.properties,
    /** Seats that nobody took and that went back to the table after the decision. */
    returned: count,
  },
} as const;

const nullableText = { anyOf: [longText, { type: 'null' }] } as const;

export const roundState = { type: 'string', enum: ['open', 'frozen', 'proposed', 'final', 'cancelled'] } as const;
export type RoundState = FromSchema<typeof roundState>;

const placeOutcome = {
  type: 'object',
  additionalProperties: false,
  required: ['place', 'quota', 'asked', 'filled', 'underTarget', 'reservedMet'],
  properties: {
    place: id,
    quota: count,
    asked: count,
    filled: count,
    /** How many the lower target still lacks. */
    underTarget: count,
    reservedMet: { type: 'boolean' },
  },
} as const;
export type PlaceOutcome = FromSchema<typeof placeOutcome>;

/** What an allocation comes to: how many got their first wish, second …, and each place's own account. */
export const outcome = {
  type: 'object',
  additionalProperties: false,
  required: ['candidates', 'placed', 'byRank', 'places'],
  properties: {
    candidates: count,
    placed: count,
    byRank: { type: 'array', maxItems: 600, items: count },
    places: { type: 'array', maxItems: 600, items: placeOutcome },
  },
} as const;
export type RoundOutcome = FromSchema<typeof outcome>;

const member = { ...shortText, minLength: 2 } as const;

/** What a departure is published as; the commission's own words stay in the minutes and go to the family. */
export const departureKind = {
  type: 'string',
  enum: ['family-asked', 'document-shown', 'requirement-unmet', 'data-corrected', 'other'],
} as const;
export type DepartureKind = FromSchema<typeof departureKind>;

/** How a commission decided: who sat, the quorum, the minutes and the order, and each departure with its reason. */
export const decision = {
  type: 'object',
  additionalProperties: false,
  required: ['order', 'signedOn', 'signatory', 'members', 'quorum', 'minutes', 'departures', 'answerDays'],
  properties: {
    order: { ...shortText, minLength: 1 },
    signedOn: { type: 'string', minLength: 10, maxLength: 10, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    signatory: member,
    members: { type: 'array', minItems: 3, maxItems: 30, uniqueItems: true, items: member },
    quorum: { type: 'integer', minimum: 2, maximum: 30 },
    minutes: { ...longText, minLength: 10 },
    departures: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'place', 'kind', 'reason'],
        properties: { code: id, place: nullableId, kind: departureKind, reason: { ...longText, minLength: 10 } },
      },
    },
    /** Days a family has to answer an offer. */
    answerDays: { type: 'integer', minimum: 3, maximum: 60 },
  },
} as const;
export type Decision = FromSchema<typeof decision>;

export const round = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'region',
    'regionName',
    'title',
    'year',
    'state',
    'wishesUntil',
    'cap',
    'obligations',
    'places',
    'wishing',
    'lotterySeed',
    'proposal',
    'decision',
    'history',
    'demo',
  ],
  properties: {
    id,
    region: id,
    regionName: words,
    title: words,
    year,
    state: roundState,
    wishesUntil: instant,
    cap: newRound.properties.cap,
    obligations: longWords,
    places: { type: 'array', maxItems: 600, items: roundPlace },
    /** How many have named wishes so far. */
    wishing: count,
    /** Drawn after the pool is frozen, and public: anyone can repeat the lottery with it. */
    lotterySeed: { anyOf: [shortText, { type: 'null' }] },
    proposal: { anyOf: [outcome, { type: 'null' }] },
    decision: { anyOf: [decision, { type: 'null' }] },
    history: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'who', 'what', 'reason'],
        properties: {
          at: instant,
          who: shortText,
          what: { type: 'string', enum: ['opened', 'frozen', 'proposed', 'decided', 'cancelled', 'returned'] },
          reason: nullableText,
        },
      },
    },
    demo: { type: 'boolean' },
  },
} as const;
export type Round = FromSchema<typeof round>;

export const roundParams = {
  type: 'object',
  additionalProperties: false,
  required: ['round'],
  properties: { round: id },
} as const;
export type RoundParams = FromSchema<typeof roundParams>;

/** Closing before the announced last day needs a reason, which everybody who reads the round sees. */
export const freeze = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: { anyOf: [{ ...longText, minLength: 3 }, { type: 'null' }] } },
} as const;
export type Freeze = FromSchema<typeof freeze>;

/** Other numbers of seats, tried without changing anything. */
export const whatIf = {
  type: 'object',
  additionalProperties: false,
  required: ['quotas'],
  properties: {
    quotas: {
      type: 'array',
      maxItems: 600,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['place', 'quota'],
        properties: { place: id, quota: { type: 'integer', minimum: 0, maximum: 10_000 } },
      },
    },
  },
} as const;
export type WhatIf = FromSchema<typeof whatIf>;

export const languageQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: { language },
} as const;
export type LanguageQuery = FromSchema<typeof languageQuery>;

/** A reserved share that a family has shown a document for, written down by the department. */
export const reserveMark = {
  type: 'object',
  additionalProperties: false,
  required: ['pupil', 'kind', 'basis'],
  properties: { pupil: id, kind: reserveKind, basis: { ...shortText, minLength: 3 } },
} as const;
export type ReserveMark = FromSchema<typeof reserveMark>;
