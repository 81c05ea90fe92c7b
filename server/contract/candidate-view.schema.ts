import type { FromSchema } from 'json-schema-to-ts';
import { standing } from './case.schema.ts';
import { id, language } from './primitives.schema.ts';

const label = { type: 'string', minLength: 1, maxLength: 60 } as const;

/** What a list of candidates may be narrowed by: place, language, standing. Nothing here is a score. */
export const candidateFilter = {
  type: 'object',
  additionalProperties: false,
  properties: {
    district: id,
    school: id,
    language,
    locality: { type: 'string', enum: ['rural', 'urban'] },
    standing,
  },
} as const;
export type CandidateFilter = FromSchema<typeof candidateFilter>;

export const candidateView = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'filter'],
  properties: { name: label, filter: candidateFilter },
} as const;
export type CandidateView = FromSchema<typeof candidateView>;

/** The own saved views, whole: what is put replaces what was there. */
export const candidateViews = {
  type: 'object',
  additionalProperties: false,
  required: ['views'],
  properties: { views: { type: 'array', maxItems: 20, items: candidateView } },
} as const;
export type CandidateViews = FromSchema<typeof candidateViews>;
