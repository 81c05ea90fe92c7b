import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, language, shortText, words } from './primitives.schema.ts';

/** The Alliance's table: what schools need, what universities offer, who pays. Nothing here is about a pupil. */

const year = { type: 'integer', minimum: 2024, maximum: 2100 } as const;
const howMany = { type: 'integer', minimum: 1, maximum: 10_000 } as const;
const nullableId = { anyOf: [id, { type: 'null' }] } as const;

export const yearQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { year: { type: 'string', minLength: 4, maxLength: 4, pattern: '^2[01][0-9]{2}$' } },
} as const;
export type YearQuery = FromSchema<typeof yearQuery>;

export const tableFileQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: { ...yearQuery.properties, language },
} as const;
export type TableFileQuery = FromSchema<typeof tableFileQuery>;

const named = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name'],
  properties: { id, name: words },
} as const;

export const organisationKind = { type: 'string', enum: ['university', 'college', 'sponsor'] } as const;
export type OrganisationKind = FromSchema<typeof organisationKind>;

/** Names for the forms: teaching subjects, districts of the regions, who offers and who pays. */
export const allianceCatalogue = {
  type: 'object',
  additionalProperties: false,
  required: ['subjects', 'regions', 'districts', 'organisations'],
  properties: {
    subjects: { type: 'array', maxItems: 200, items: named },
    regions: { type: 'array', maxItems: 60, items: named },
    districts: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'region', 'name'],
        properties: { id, region: id, name: words },
      },
    },
    organisations: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'name'],
        properties: { id, kind: organisationKind, name: words },
      },
    },
  },
} as const;
export type AllianceCatalogue = FromSchema<typeof allianceCatalogue>;

/** Teachers asked for: how many, of which subject and language, where, for when, and why. */
export const newNeed = {
  type: 'object',
  additionalProperties: false,
  required: ['subject', 'language', 'district', 'year', 'count', 'reason'],
  properties: { subject: id, language, district: id, year, count: howMany, reason: { ...shortText, minLength: 3 } },
} as const;
export type NewNeed = FromSchema<typeof newNeed>;

const lineState = { type: 'string', enum: ['open', 'withdrawn'] } as const;

export const need = {
  type: 'object',
  additionalProperties: false,
  required: [...newNeed.required, 'id', 'region', 'school', 'askedBy', 'state', 'at'],
  properties: {
    ...newNeed.properties,
    id,
    region: id,
    /** The school whose principal asked; null: the department itself. */
    school: nullableId,
    askedBy: shortText,
    state: lineState,
    at: instant,
  },
} as const;
export type Need = FromSchema<typeof need>;

export const needList = {
  type: 'object',
  additionalProperties: false,
  required: ['needs'],
  properties: { needs: { type: 'array', maxItems: 5000, items: need } },
} as const;
export type NeedList = FromSchema<typeof needList>;

/** Seats of one programme. `after`: the road after grade 9 (a college) or after grade 11. */
export const newSeat = {
  type: 'object',
  additionalProperties: false,
  required: ['subject', 'language', 'region', 'year', 'count', 'form', 'funding', 'after'],
  properties: {
    subject: id,
    language,
    /** For which region's requests; null: for any. */
    region: nullableId,
    year,
    count: howMany,
    form: { type: 'string', enum: ['full-time', 'part-time', 'distance'] },
    funding: { type: 'string', enum: ['grant', 'paid', 'sponsor'] },
    after: { type: 'string', enum: ['grade-9', 'grade-11'] },
  },
} as const;
export type NewSeat = FromSchema<typeof newSeat>;

export const seat = {
  type: 'object',
  additionalProperties: false,
  required: [...newSeat.required, 'id', 'organisation', 'state', 'taken', 'free', 'at'],
  properties: {
    ...newSeat.properties,
    id,
    organisation: id,
    state: lineState,
    /** Seats that a referral holds now; null where fewer than five are held and the reader is not the university itself. */
    taken: { anyOf: [count, { type: 'null' }] },
    /** What no round has put aside yet; told to departments only, who make rounds of it. */
    free: { anyOf: [count, { type: 'null' }] },
    at: instant,
  },
} as const;
export type Seat = FromSchema<typeof seat>;

export const seatList = {
  type: 'object',
  additionalProperties: false,
  required: ['seats'],
  properties: { seats: { type: 'array', maxItems: 5000, items: seat } },
} as const;
export type SeatList = FromSchema<typeof seatList>;

/** What a sponsor may ask: where and what will be taught, and for how long. There is no field for anything about a person. */
const conditions = {
  type: 'object',
  additionalProperties: false,
  required: ['regions', 'districts', 'subjects', 'teachingLanguages', 'locality', 'serviceYears'],
  properties: {
    regions: { type: 'array', maxItems: 60, uniqueItems: true, items: id },
    districts: { type: 'array', maxItems: 300, uniqueItems: true, items: id },
    subjects: { type: 'array', maxItems: 60, uniqueItems: true, items: id },
    teachingLanguages: { type: 'array', maxItems: 3, uniqueItems: true, items: language },
    locality: { anyOf: [{ type: 'string', enum: ['rural', 'urban'] }, { type: 'null' }] },
    serviceYears: { type: 'integer', minimum: 0, maximum: 20 },
  },
} as const;

export const newGrant = {
  type: 'object',
  additionalProperties: false,
  required: ['year', 'count', 'conditions'],
  properties: { year, count: howMany, conditions },
} as const;
export type NewGrant = FromSchema<typeof newGrant>;

export const grant = {
  type: 'object',
  additionalProperties: false,
  required: [...newGrant.required, 'id', 'sponsor', 'state', 'taken', 'free', 'at'],
  properties: {
    ...newGrant.properties,
    id,
    sponsor: id,
    state: lineState,
    /** How many of its places are taken; null: fewer than five, which is all that is told. */
    taken: { anyOf: [count, { type: 'null' }] },
    /** What no round has put aside yet; told to departments only, who make rounds of it. */
    free: { anyOf: [count, { type: 'null' }] },
    at: instant,
  },
} as const;
export type Grant = FromSchema<typeof grant>;

export const grantList = {
  type: 'object',
  additionalProperties: false,
  required: ['grants'],
  properties: { grants: { type: 'array', maxItems: 5000, items: grant } },
} as const;
export type GrantList = FromSchema<typeof grantList>;

/** A line changed in its count or taken back; what was asked before stays in its history. */
export const lineChange = {
  type: 'object',
  additionalProperties: false,
  required: ['state', 'count'],
  properties: { state: lineState, count: howMany },
} as const;
export type LineChange = FromSchema<typeof lineChange>;

export const lineParams = {
  type: 'object',
  additionalProperties: false,
  required: ['line'],
  properties: { line: id },
} as const;
export type LineParams = FromSchema<typeof lineParams>;

export const needsTable = {
  type: 'object',
  additionalProperties: false,
  required: ['years', 'year', 'cells'],
  properties: {
    years: { type: 'array', maxItems: 100, items: year },
    year,
    cells: {
      type: 'array',
      maxItems: 20_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['subject', 'region', 'language', 'year', 'needed', 'seats', 'funded', 'seatsShort', 'moneyShort'],
        properties: {
          subject: id,
          region: id,
          language,
          year,
          needed: count,
          seats: count,
          funded: count,
          seatsShort: count,
          moneyShort: count,
        },
      },
    },
  },
} as const;
export type NeedsTable = FromSchema<typeof needsTable>;

/** A table of requests as a file: CSV or XLSX in base64, as the browser read it. */
export const needsFile = {
  type: 'object',
  additionalProperties: false,
  required: ['content', 'takeRight'],
  properties: {
    content: { type: 'string', minLength: 1, maxLength: 1_400_000, pattern: '^[A-Za-z0-9+/=]+$' },
    /** Take the rows that are right although others are not. */
    takeRight: { type: 'boolean' },
  },
} as const;
export type NeedsFile = FromSchema<typeof needsFile>;
