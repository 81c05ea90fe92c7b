import type { FromSchema } from 'json-schema-to-ts';
import { campaign, choiceCell, participation, steps } from './campaign.schema.ts';
import { count, finite, id, instant, itemId, language, nullableNumber, words } from './primitives.schema.ts';

/** A difference of two means with half its 95 % interval, and what may be said of it. */
export const difference = {
  type: 'object',
  additionalProperties: false,
  required: ['by', 'margin', 'verdict'],
  properties: {
    by: finite,
    margin: finite,
    verdict: { type: 'string', enum: ['within-error', 'higher', 'lower'] },
  },
} as const;
export type Difference = FromSchema<typeof difference>;

const untold = { type: 'null' } as const;
const compared = { anyOf: [difference, untold] } as const;

/** One scale of one group, made of nothing but what a release told; null: not told. */
export const groupSummary = {
  type: 'object',
  additionalProperties: false,
  required: ['scale', 'n', 'mean', 'margin', 'sd', 'median', 'histogram', 'norm', 'toRest', 'toCountry', 'toLastYear'],
  properties: {
    scale: itemId,
    n: count,
    mean: nullableNumber,
    /** Half the 95 % interval of the mean. */
    margin: nullableNumber,
    sd: nullableNumber,
    /** Interpolated within its fifth of the scale; null where hidden fifths leave it open. */
    median: nullableNumber,
    histogram: { type: 'array', minItems: 5, maxItems: 5, items: { anyOf: [count, untold] } },
    /** Mean of the norm to draw beside; null where there is none for this group. */
    norm: nullableNumber,
    /** Against the rest of the region; null for the region itself and what lies outside it. */
    toRest: compared,
    /** Against the rest of the country. */
    toCountry: compared,
    /** Against the same group a year before. */
    toLastYear: compared,
  },
} as const;
export type GroupSummary = FromSchema<typeof groupSummary>;

export const reportGroup = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'by', 'value', 'name', 'year', 'scales', 'choices'],
  properties: {
    /** `part`: of the region by an attribute of its pupils. */
    kind: { type: 'string', enum: ['region', 'country', 'last-year', 'district', 'part'] },
    /** What a part is told apart by: `language`, `sex`, `locality`, `type`; empty elsewhere. */
    by: { type: 'string', maxLength: 20 },
    value: { type: 'string', maxLength: 80 },
    /** Of a place; null where the page has words for it. */
    name: { anyOf: [words, untold] },
    year: count,
    /** Only scales that may be told of this group. */
    scales: { type: 'array', maxItems: 60, items: groupSummary },
    choices: { type: 'array', maxItems: 10, items: choiceCell },
  },
} as const;
export type ReportGroup = FromSchema<typeof reportGroup>;

/** A region's release beside the country, the year before and its own parts: a pure function of frozen releases. */
export const comparisonReport = {
  type: 'object',
  additionalProperties: false,
  required: ['campaign', 'release', 'releasedAt', 'nextRelease', 'normOf', 'groups', 'trend', 'participation', 'steps'],
  properties: {
    campaign,
    release: count,
    releasedAt: instant,
    /** The announced day before which no new release is made; later where too little has come by then. */
    nextRelease: instant,
    /** What the norm drawn beside is: the campaign's published one, in the demo else the form's own; null: none. */
    normOf: { anyOf: [{ type: 'string', enum: ['campaign', 'form'] }, untold] },
    groups: { type: 'array', maxItems: 300, items: reportGroup },
    /** Oldest first; this year's last. */
    trend: {
      type: 'array',
      maxItems: 40,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['year', 'campaign', 'release', 'participation', 'scales'],
        properties: {
          year: count,
          campaign: id,
          release: count,
          participation,
          scales: { type: 'array', maxItems: 60, items: groupSummary },
        },
      },
    },
    participation,
    steps: { anyOf: [steps, untold] },
  },
} as const;
export type ComparisonReport = FromSchema<typeof comparisonReport>;

/** A release as a file, in a language; `whole` adds every picture and table as an appendix. */
export const reportFileQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: { language, edition: { type: 'string', enum: ['short', 'whole'] } },
} as const;
export type ReportFileQuery = FromSchema<typeof reportFileQuery>;
