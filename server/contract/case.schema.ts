import type { FromSchema } from 'json-schema-to-ts';
import { day, id, instant, longText, shortText, uuid } from './primitives.schema.ts';
import { consentState } from './session.schema.ts';

/** Words that a person has to write: a reason is never left out. */
export const written = { type: 'string', minLength: 3, maxLength: 4000 } as const;
const line = { type: 'string', minLength: 1, maxLength: 200 } as const;
const nullable = <Schema>(schema: Schema) => ({ anyOf: [schema, { type: 'null' }] }) as const;
const sequence = { type: 'integer', minimum: 1, maximum: 100_000 } as const;

export const standing = { type: 'string', enum: ['recommended', 'not-discussed', 'second-conversation'] } as const;
const present = { type: 'string', enum: ['pupil', 'guardian', 'teacher', 'psychologist', 'other'] } as const;
const about = { type: 'string', enum: ['marks', 'observation', 'tutoring'] } as const;
const relation = { type: 'string', enum: ['own-child', 'relative', 'close'] } as const;
const party = { type: 'string', enum: ['pupil', 'guardian'] } as const;

export const newNote = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: { text: written },
} as const;
export type NewNote = FromSchema<typeof newNote>;

/** A conversation that took place: the day, who was there, what was talked about. */
export const newConversation = {
  type: 'object',
  additionalProperties: false,
  required: ['on', 'present', 'text'],
  properties: {
    on: day,
    present: { type: 'array', minItems: 1, maxItems: 5, uniqueItems: true, items: present },
    text: written,
  },
} as const;
export type NewConversation = FromSchema<typeof newConversation>;

/** What a questionnaire cannot know. `source`: the subject of the marks, the teacher who saw it, whom the pupil tutored. */
export const newEvidence = {
  type: 'object',
  additionalProperties: false,
  required: ['about', 'on', 'source', 'text'],
  properties: { about, on: day, source: line, text: written },
} as const;
export type NewEvidence = FromSchema<typeof newEvidence>;

/** One pupil, one decision, one reason in words: there is no way to decide about many at once. */
export const newDecision = {
  type: 'object',
  additionalProperties: false,
  required: ['standing', 'reason', 'plannedOn'],
  properties: { standing, reason: written, plannedOn: nullable(day) },
} as const;
export type NewDecision = FromSchema<typeof newDecision>;

export const newConflict = {
  type: 'object',
  additionalProperties: false,
  required: ['relation', 'to'],
  properties: { relation, to: nullable(id) },
} as const;
export type NewConflict = FromSchema<typeof newConflict>;

/** A line of a case, as those who may read it read it; words are null where their key is gone. */
export const caseLine = {
  type: 'object',
  additionalProperties: false,
  required: ['seq', 'at', 'kind', 'by', 'role', 'text'],
  properties: {
    seq: sequence,
    at: instant,
    kind: {
      type: 'string',
      enum: ['note', 'conversation', 'evidence', 'decision', 'conflict', 'assigned', 'appeal', 'answer', 'opened'],
    },
    by: shortText,
    role: shortText,
    text: nullable(longText),
    source: shortText,
    on: day,
    present: { type: 'array', maxItems: 5, items: present },
    about,
    standing: nullable(standing),
    plannedOn: nullable(day),
    relation,
    to: nullable(shortText),
    appeal: sequence,
  },
} as const;
export type CaseLine = FromSchema<typeof caseLine>;

const person = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name'],
  properties: { id, name: shortText },
} as const;

/** A pupil's case as the counsellor of the own school reads it. */
export const pupilCase = {
  type: 'object',
  additionalProperties: false,
  required: [
    'pid',
    'region',
    'standing',
    'plannedOn',
    'wish',
    'department',
    'isCandidate',
    'conversations',
    'isConflicted',
    'responsible',
    'colleagues',
    'appeal',
    'lines',
  ],
  properties: {
    pid: uuid,
    region: id,
    standing,
    plannedOn: nullable(day),
    wish: { type: ['boolean', 'null'] },
    department: {
      type: 'object',
      additionalProperties: false,
      required: ['guardian', 'pupil'],
      properties: { guardian: consentState, pupil: consentState },
    },
    isCandidate: { type: 'boolean' },
    conversations: { type: 'integer', minimum: 0, maximum: 100_000 },
    /** The reader declared to be too near: nothing of the case is shown to them. */
    isConflicted: { type: 'boolean' },
    responsible: nullable(person),
    /** Who could take the case over. */
    colleagues: { type: 'array', maxItems: 100, items: person },
    /** An appeal that waits: who wrote it, to whom it goes, and whether the reader may answer it. */
    appeal: nullable({
      type: 'object',
      additionalProperties: false,
      required: ['seq', 'at', 'by', 'level', 'mayAnswer'],
      properties: {
        seq: sequence,
        at: instant,
        by: party,
        level: { type: 'string', enum: ['school', 'department', 'operator'] },
        mayAnswer: { type: 'boolean' },
      },
    } as const),
    lines: { type: 'array', maxItems: 1000, items: caseLine },
  },
} as const;
export type PupilCase = FromSchema<typeof pupilCase>;

/** What the pupil or the guardian reads: where it stands, why, who said so, and every appeal with its answer. */
export const ownCase = {
  type: 'object',
  additionalProperties: false,
  required: [
    'standing',
    'plannedOn',
    'reason',
    'decidedAt',
    'decidedBy',
    'wish',
    'isCandidate',
    'mayAppeal',
    'appealTo',
    'appeals',
    'written',
    'helpline',
  ],
  properties: {
    standing,
    plannedOn: nullable(day),
    reason: nullable(longText),
    decidedAt: nullable(instant),
    decidedBy: nullable(shortText),
    wish: { type: ['boolean', 'null'] },
    isCandidate: { type: 'boolean' },
    mayAppeal: { type: 'boolean' },
    /** Who would answer an appeal written now. */
    appealTo: { type: 'string', enum: ['school', 'department', 'operator'] },
    appeals: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'by', 'text', 'answer'],
        properties: {
          at: instant,
          by: party,
          text: nullable(longText),
          answer: nullable({
            type: 'object',
            additionalProperties: false,
            required: ['at', 'by', 'isChanged', 'text'],
            properties: { at: instant, by: shortText, isChanged: { type: 'boolean' }, text: nullable(longText) },
          } as const),
        },
      },
    },
    /** Everything that was written down about the pupil; empty for the guardian. */
    written: { type: 'array', maxItems: 1000, items: caseLine },
    helpline: longText,
  },
} as const;
export type OwnCase = FromSchema<typeof ownCase>;

export const newAppeal = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: { text: written },
} as const;
export type NewAppeal = FromSchema<typeof newAppeal>;
