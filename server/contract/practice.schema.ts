import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, longText, nullableNumber, shortText, words } from './primitives.schema.ts';

/** What schools and universities tell each other: trainees asked for and sent, and how well prepared young teachers came. */

const month = { type: 'string', minLength: 7, maxLength: 7, pattern: '^2[01][0-9]{2}-(0[1-9]|1[0-2])$' } as const;
const nullableId = { anyOf: [id, { type: 'null' }] } as const;

export const newPractice = {
  type: 'object',
  additionalProperties: false,
  required: ['school', 'subject', 'from', 'to', 'count', 'note'],
  properties: {
    school: id,
    subject: id,
    /** First and last month, YYYY-MM. */
    from: month,
    to: month,
    count: { type: 'integer', minimum: 1, maximum: 100 },
    note: shortText,
  },
} as const;
export type NewPractice = FromSchema<typeof newPractice>;

/** 3rd–4th-year students at a school: asked → assigned by a university → running → ended; or taken back. */
export const practiceState = { type: 'string', enum: ['asked', 'assigned', 'running', 'ended', 'withdrawn'] } as const;
export type PracticeState = FromSchema<typeof practiceState>;

export const practice = {
  type: 'object',
  additionalProperties: false,
  required: [...newPractice.required, 'id', 'region', 'state', 'organisation', 'assigned', 'history'],
  properties: {
    ...newPractice.properties,
    id,
    region: id,
    state: practiceState,
    organisation: nullableId,
    /** How many students the university sends. */
    assigned: count,
    history: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['to', 'at', 'who'],
        properties: { to: practiceState, at: instant, who: shortText },
      },
    },
  },
} as const;
export type Practice = FromSchema<typeof practice>;

export const practiceList = {
  type: 'object',
  additionalProperties: false,
  required: ['practices'],
  properties: { practices: { type: 'array', maxItems: 5000, items: practice } },
} as const;
export type PracticeList = FromSchema<typeof practiceList>;

export const practiceStep = {
  type: 'object',
  additionalProperties: false,
  required: ['to', 'assigned'],
  properties: { to: practiceState, assigned: { type: 'integer', minimum: 0, maximum: 100 } },
} as const;
export type PracticeStep = FromSchema<typeof practiceStep>;

export const practiceParams = {
  type: 'object',
  additionalProperties: false,
  required: ['practice'],
  properties: { practice: id },
} as const;
export type PracticeParams = FromSchema<typeof practiceParams>;

const mark = { type: 'integer', minimum: 1, maximum: 5 } as const;

/** What a principal says of how well prepared young teachers or trainees of a university came, 1 to 5. */
export const newFeedback = {
  type: 'object',
  additionalProperties: false,
  required: [
    'school',
    'organisation',
    'year',
    'about',
    'subject',
    'planning',
    'teaching',
    'pupils',
    'families',
    'learning',
  ],
  properties: {
    school: id,
    organisation: id,
    year: { type: 'integer', minimum: 2024, maximum: 2100 },
    about: { type: 'string', enum: ['young-teacher', 'trainee'] },
    subject: id,
    /** Plans lessons · explains the subject · works with a class · with families · keeps learning. */
    planning: mark,
    teaching: mark,
    pupils: mark,
    families: mark,
    learning: mark,
  },
} as const;
export type NewFeedback = FromSchema<typeof newFeedback>;

export const feedbackSides = ['planning', 'teaching', 'pupils', 'families', 'learning'] as const;
export type FeedbackSide = (typeof feedbackSides)[number];

/** Means over schools; a row with fewer than five reports tells no mean, so that no single principal is read. */
export const feedbackSummary = {
  type: 'object',
  additionalProperties: false,
  required: ['rows', 'own'],
  properties: {
    rows: {
      type: 'array',
      maxItems: 2000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: [
          'organisation',
          'name',
          'year',
          'about',
          'n',
          'planning',
          'teaching',
          'pupils',
          'families',
          'learning',
        ],
        properties: {
          organisation: id,
          name: words,
          year: { type: 'integer', minimum: 2024, maximum: 2100 },
          about: newFeedback.properties.about,
          n: { anyOf: [count, { type: 'null' }] },
          planning: nullableNumber,
          teaching: nullableNumber,
          pupils: nullableNumber,
          families: nullableNumber,
          learning: nullableNumber,
        },
      },
    },
    /** How many reports the reader has given. */
    own: count,
  },
} as const;
export type FeedbackSummary = FromSchema<typeof feedbackSummary>;

/** One line of the Alliance's yearly programme: what was decided, who owns it, by when, plan against fact. */
export const newProgrammeLine = {
  type: 'object',
  additionalProperties: false,
  required: ['year', 'what', 'owner', 'due', 'plan', 'fact', 'state'],
  properties: {
    year: { type: 'integer', minimum: 2024, maximum: 2100 },
    what: { ...longText, minLength: 3 },
    owner: { ...shortText, minLength: 2 },
    due: { type: 'string', minLength: 10, maxLength: 10, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    plan: shortText,
    fact: shortText,
    state: { type: 'string', enum: ['planned', 'going', 'done', 'dropped'] },
  },
} as const;
export type NewProgrammeLine = FromSchema<typeof newProgrammeLine>;

export const programmeLine = {
  type: 'object',
  additionalProperties: false,
  required: [...newProgrammeLine.required, 'id', 'late', 'changedAt'],
  properties: { ...newProgrammeLine.properties, id, late: { type: 'boolean' }, changedAt: instant },
} as const;
export type ProgrammeLine = FromSchema<typeof programmeLine>;

export const programme = {
  type: 'object',
  additionalProperties: false,
  required: ['years', 'year', 'lines'],
  properties: {
    years: { type: 'array', maxItems: 100, items: { type: 'integer', minimum: 2024, maximum: 2100 } },
    year: { type: 'integer', minimum: 2024, maximum: 2100 },
    lines: { type: 'array', maxItems: 1000, items: programmeLine },
  },
} as const;
export type Programme = FromSchema<typeof programme>;

export const programmeParams = {
  type: 'object',
  additionalProperties: false,
  required: ['line'],
  properties: { line: id },
} as const;
export type ProgrammeParams = FromSchema<typeof programmeParams>;
