import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, itemId, language, longText, semver, shortText } from './primitives.schema.ts';

/** What can be asked about a form. */
export const formStudyKinds = ['items', 'calibration', 'dif', 'adaptive'] as const;
/** And what is computed for a decision, asked for where it is decided: a campaign's norm, what a panel's key would move. */
export const studyKinds = [...formStudyKinds, 'norm', 'key-effect', 'rescore-preview'] as const;
export const studyStates = ['waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export const groupColumns = ['language', 'sex', 'locality', 'device'] as const;

const state = { type: 'string', enum: studyStates } as const;
const group = { type: 'string', enum: groupColumns } as const;
const orNull = <Schema>(schema: Schema) => ({ anyOf: [{ type: 'null' }, schema] }) as const;

/** Whose answers: a campaign's valid sittings, or a pilot sample that was handed in. */
const source = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'id'],
  properties: { kind: { type: 'string', enum: ['campaign', 'pilot'] }, id },
} as const;

const formSettings = {
  seed: { type: 'integer', minimum: 1, maximum: 2_000_000_000 },
  /** Only this scale; every scale of rated items where left out. */
  scale: itemId,
  /** Items left out. */
  dropped: { type: 'array', maxItems: 200, items: itemId },
  model: { type: 'string', enum: ['rasch', '2pl', 'grm', 'gpcm'] },
  group,
  focal: { type: 'string', minLength: 1, maxLength: 40 },
  /** Of an adaptive study: the calibration whose items are the bank. */
  calibration: id,
  maxItems: { type: 'integer', minimum: 2, maximum: 100 },
  targetSe: { type: 'number', minimum: 0.1, maximum: 1 },
  persons: { type: 'integer', minimum: 100, maximum: 5000 },
} as const;

const settings = {
  type: 'object',
  additionalProperties: false,
  required: ['seed'],
  properties: {
    ...formSettings,
    /** Of a norm: whose sittings. */
    language,
    /** Of a key's effect: the panel it comes from. */
    panel: id,
  },
} as const;
export type StudySettings = FromSchema<typeof settings>;

export const newStudy = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'instrument', 'source', 'settings'],
  properties: {
    kind: { type: 'string', enum: formStudyKinds },
    instrument: id,
    source,
    settings: { type: 'object', additionalProperties: false, required: ['seed'], properties: formSettings },
  },
} as const;
export type NewStudy = FromSchema<typeof newStudy>;

const headProperties = {
  id,
  kind: { type: 'string', enum: studyKinds },
  state,
  instrument: id,
  instrumentVersion: semver,
  source,
  settings,
  engine: shortText,
  askedBy: shortText,
  askedAt: instant,
  startedAt: orNull(instant),
  endedAt: orNull(instant),
  /** Steps done of those there are. */
  progress: {
    type: 'object',
    additionalProperties: false,
    required: ['done', 'total'],
    properties: { done: count, total: count },
  },
  /** Persons whose answers it rests on; null before they were read. */
  n: orNull(count),
  failure: orNull(longText),
} as const;
const headRequired = [
  'id',
  'kind',
  'state',
  'instrument',
  'instrumentVersion',
  'source',
  'settings',
  'engine',
  'askedBy',
  'askedAt',
  'startedAt',
  'endedAt',
  'progress',
  'n',
  'failure',
] as const;

export const studyHead = {
  type: 'object',
  additionalProperties: false,
  required: headRequired,
  properties: headProperties,
} as const;
export type StudyHead = FromSchema<typeof studyHead>;

export const studyList = {
  type: 'object',
  additionalProperties: false,
  required: ['studies'],
  properties: { studies: { type: 'array', maxItems: 200, items: studyHead } },
} as const;
export type StudyList = FromSchema<typeof studyList>;

/** A study with what it found; the report's own shape is `study-report.ts`. */
export const studyDetail = {
  type: 'object',
  additionalProperties: false,
  required: [...headRequired, 'report'],
  properties: { ...headProperties, report: {} },
} as const;

export const studyParams = {
  type: 'object',
  additionalProperties: false,
  required: ['study'],
  properties: { study: id },
} as const;
export type StudyParams = FromSchema<typeof studyParams>;

export const studiesQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { instrument: id },
} as const;
export type StudiesQuery = FromSchema<typeof studiesQuery>;

export const languageQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { language },
} as const;
export type LanguageQuery = FromSchema<typeof languageQuery>;

/** A CSV of pilot answers, base64. */
export const newPilot = {
  type: 'object',
  additionalProperties: false,
  required: ['instrument', 'title', 'content'],
  properties: {
    instrument: id,
    title: { type: 'string', minLength: 2, maxLength: 120 },
    content: { type: 'string', minLength: 4, maxLength: 11_000_000, pattern: '^[A-Za-z0-9+/=]+$' },
  },
} as const;
export type NewPilot = FromSchema<typeof newPilot>;

const pilotProperties = {
  id,
  title: shortText,
  instrument: id,
  instrumentVersion: semver,
  rows: count,
  left: count,
  items: count,
  groups: { type: 'array', maxItems: 4, items: group },
  by: shortText,
  at: instant,
} as const;

export const pilotHead = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'instrument', 'instrumentVersion', 'rows', 'left', 'items', 'groups', 'by', 'at'],
  properties: pilotProperties,
} as const;
export type PilotHead = FromSchema<typeof pilotHead>;

/** A pilot as it was taken, with what was found wrong, cell by cell. */
export const pilotTaken = {
  type: 'object',
  additionalProperties: false,
  required: ['pilot', 'notices'],
  properties: { pilot: pilotHead, notices: { type: 'array', maxItems: 60, items: longText } },
} as const;
export type PilotTaken = FromSchema<typeof pilotTaken>;

export const pilotParams = {
  type: 'object',
  additionalProperties: false,
  required: ['pilot'],
  properties: { pilot: id },
} as const;
export type PilotParams = FromSchema<typeof pilotParams>;

const scaleOfBench = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'items', 'analysable'],
  properties: {
    id: itemId,
    name: shortText,
    items: { type: 'array', maxItems: 500, items: itemId },
    analysable: { type: 'boolean' },
  },
} as const;

/** How the form is asked, and why: see `scoring/adaptive/asked-as.ts`. `scale`: what it is called; empty where none is rated. */
const asked = {
  type: 'object',
  additionalProperties: false,
  required: ['how', 'scale', 'bank', 'most'],
  properties: {
    how: { type: 'string', enum: ['adaptive', 'bank-too-small', 'uncalibrated', 'too-short'] },
    scale: shortText,
    bank: count,
    most: count,
  },
} as const;

/** Every form on the shelf with what has been studied about it. */
export const benchInstruments = {
  type: 'object',
  additionalProperties: false,
  required: ['instruments'],
  properties: {
    instruments: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'version', 'name', 'items', 'asked', 'scales', 'campaigns', 'pilots'],
        properties: {
          id,
          version: semver,
          name: shortText,
          items: count,
          asked,
          scales: { type: 'array', maxItems: 100, items: scaleOfBench },
          campaigns: {
            type: 'array',
            maxItems: 200,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'title', 'region', 'results', 'demo'],
              properties: { id, title: shortText, region: shortText, results: count, demo: { type: 'boolean' } },
            },
          },
          pilots: { type: 'array', maxItems: 200, items: pilotHead },
        },
      },
    },
  },
} as const;
export type BenchInstruments = FromSchema<typeof benchInstruments>;
export type BenchInstrument = BenchInstruments['instruments'][number];
export type StudyKind = StudyHead['kind'];
export type GroupColumn = (typeof groupColumns)[number];
