import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, language, longText, semver, shortText } from './primitives.schema.ts';

const reviewer = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'date'],
  properties: { name: { type: 'string', maxLength: 300 }, date: { type: 'string', maxLength: 10 } },
} as const;

/** A reviewed sheet that was uploaded and kept: it enters the files with the next version. */
const textReview = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'fileName', 'by', 'at', 'changes', 'adjudicated'],
  properties: {
    id,
    fileName: shortText,
    by: shortText,
    at: instant,
    changes: count,
    adjudicated: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['instrument', 'language', 'reviewers'],
        properties: { instrument: id, language, reviewers: { type: 'array', maxItems: 2, items: reviewer } },
      },
    },
  },
} as const;

/** Per instrument and language: how much is missing, changed since its review, and who adjudicated. */
export const textOverview = {
  type: 'object',
  additionalProperties: false,
  required: ['instruments', 'reviews'],
  properties: {
    instruments: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['instrument', 'version', 'title', 'languages'],
        properties: {
          instrument: id,
          version: semver,
          title: {
            type: 'object',
            additionalProperties: false,
            required: ['kk', 'ru', 'en'],
            properties: { kk: longText, ru: longText, en: longText },
          },
          languages: {
            type: 'array',
            maxItems: 3,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['language', 'status', 'phrases', 'missing', 'changed', 'reviewers'],
              properties: {
                language,
                status: { type: 'string', enum: ['source', 'draft', 'adjudicated'] },
                phrases: count,
                missing: count,
                changed: count,
                reviewers: {
                  type: 'array',
                  maxItems: 20,
                  items: {
                    type: 'object',
                    additionalProperties: false,
                    required: ['name', 'role', 'date'],
                    properties: { ...reviewer.properties, role: shortText },
                  },
                },
              },
            },
          },
        },
      },
    },
    reviews: { type: 'array', maxItems: 50, items: textReview },
  },
} as const;
export type TextOverview = FromSchema<typeof textOverview>;

/** A workbook as base64. `keep`: not only look at it. */
export const textUpload = {
  type: 'object',
  additionalProperties: false,
  required: ['fileName', 'content', 'keep'],
  properties: {
    fileName: shortText,
    content: { type: 'string', minLength: 4, maxLength: 4_000_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' },
    keep: { type: 'boolean' },
  },
} as const;
export type TextUpload = FromSchema<typeof textUpload>;

export const textReading = {
  type: 'object',
  additionalProperties: false,
  required: ['rows', 'changes', 'changesInAll', 'errors', 'errorsInAll', 'adjudicated', 'kept'],
  properties: {
    rows: count,
    changesInAll: count,
    changes: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['instrument', 'id', 'language', 'before', 'after'],
        properties: {
          instrument: id,
          id: shortText,
          language,
          before: longText,
          after: { type: 'string', maxLength: 40_000 },
        },
      },
    },
    errorsInAll: count,
    errors: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['sheet', 'line', 'column', 'problem'],
        properties: {
          sheet: { type: 'string', enum: ['texts', 'review'] },
          line: count,
          column: shortText,
          problem: { type: 'string', maxLength: 40_000 },
        },
      },
    },
    adjudicated: textReview.properties.adjudicated,
    kept: { anyOf: [{ type: 'null' }, id] },
  },
} as const;
export type TextReading = FromSchema<typeof textReading>;

export const reviewParams = {
  type: 'object',
  additionalProperties: false,
  required: ['review'],
  properties: { review: id },
} as const;
export type ReviewParams = FromSchema<typeof reviewParams>;
