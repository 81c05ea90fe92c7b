import type { FromSchema } from 'json-schema-to-ts';
import { studyHead } from './bench.schema.ts';
import { namedDecision, normReason } from './norm.schema.ts';
import {
  count,
  finite,
  id,
  instant,
  itemId,
  language,
  longText,
  nullableNumber,
  semver,
  shortText,
} from './primitives.schema.ts';

export const panelStates = ['first', 'second', 'closed', 'published', 'superseded', 'withdrawn'] as const;
export const expertBackgrounds = ['teacher', 'psychologist', 'university', 'parent', 'former-pupil', 'other'] as const;

const orNull = <Schema>(schema: Schema) => ({ anyOf: [{ type: 'null' }, schema] }) as const;
const background = { type: 'string', enum: expertBackgrounds } as const;
const state = { type: 'string', enum: panelStates } as const;
const person = { type: 'string', minLength: 2, maxLength: 120 } as const;

export const panelParams = {
  type: 'object',
  additionalProperties: false,
  required: ['panel'],
  properties: { panel: id },
} as const;
export type PanelParams = FromSchema<typeof panelParams>;

export const panelExpertParams = {
  type: 'object',
  additionalProperties: false,
  required: ['panel', 'expert'],
  properties: { panel: id, expert: id },
} as const;
export type PanelExpertParams = FromSchema<typeof panelExpertParams>;

export const panelCampaignParams = {
  type: 'object',
  additionalProperties: false,
  required: ['panel', 'campaign'],
  properties: { panel: id, campaign: id },
} as const;
export type PanelCampaignParams = FromSchema<typeof panelCampaignParams>;

export const newPanel = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'instrument'],
  properties: { title: { type: 'string', minLength: 3, maxLength: 200 }, instrument: id },
} as const;
export type NewPanel = FromSchema<typeof newPanel>;

export const newExpert = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'background', 'language'],
  properties: { name: person, background, language },
} as const;
export type NewExpert = FromSchema<typeof newExpert>;

export const panelReason = normReason;
export type PanelReason = FromSchema<typeof panelReason>;

const headProperties = {
  id,
  number: count,
  title: shortText,
  instrument: id,
  instrumentVersion: semver,
  demo: { type: 'boolean' },
  state,
  openedBy: shortText,
  openedAt: instant,
  secondAt: orNull(instant),
  closedAt: orNull(instant),
  published: namedDecision,
  withdrawn: namedDecision,
} as const;
const headRequired = [
  'id',
  'number',
  'title',
  'instrument',
  'instrumentVersion',
  'demo',
  'state',
  'openedBy',
  'openedAt',
  'secondAt',
  'closedAt',
  'published',
  'withdrawn',
] as const;

export const panelHead = {
  type: 'object',
  additionalProperties: false,
  required: headRequired,
  properties: headProperties,
} as const;
export type PanelHead = FromSchema<typeof panelHead>;

/** `instruments`: those with situations that a panel can be opened for. */
export const panelList = {
  type: 'object',
  additionalProperties: false,
  required: ['panels', 'instruments'],
  properties: {
    panels: { type: 'array', maxItems: 200, items: panelHead },
    instruments: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name'],
        properties: { id, name: shortText },
      },
    },
  },
} as const;
export type PanelList = FromSchema<typeof panelList>;

/** How far an expert is: options and borders answered of all, in the first and in the second round. */
const expertLine = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'name',
    'background',
    'language',
    'invitedAt',
    'linkUntil',
    'first',
    'second',
    'firstDone',
    'secondDone',
  ],
  properties: {
    id,
    name: shortText,
    background,
    language,
    invitedAt: instant,
    linkUntil: instant,
    first: count,
    second: orNull(count),
    firstDone: { type: 'boolean' },
    secondDone: { type: 'boolean' },
  },
} as const;

const cut = orNull({
  type: 'object',
  additionalProperties: false,
  required: ['judges', 'share', 'low', 'high', 'sd'],
  properties: { judges: count, share: finite, low: finite, high: finite, sd: finite },
} as const);

const roundOutcome = {
  type: 'object',
  additionalProperties: false,
  required: ['round', 'experts', 'icc', 'iccOfAll', 'mayPublish', 'reasons', 'sensitivity', 'cut', 'options'],
  properties: {
    round: { type: 'string', enum: ['first', 'second'] },
    experts: count,
    icc: nullableNumber,
    iccOfAll: nullableNumber,
    mayPublish: { type: 'boolean' },
    reasons: {
      type: 'array',
      maxItems: 3,
      items: { type: 'string', enum: ['too few experts', 'too little agreement', 'no option left'] },
    },
    sensitivity: orNull({
      type: 'object',
      additionalProperties: false,
      required: ['largestShift', 'leastCorrelation'],
      properties: { largestShift: finite, leastCorrelation: nullableNumber },
    } as const),
    cut,
    options: {
      type: 'array',
      maxItems: 400,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['option', 'experts', 'key', 'sd', 'rwg', 'dropped', 'authors'],
        properties: {
          option: itemId,
          experts: count,
          key: nullableNumber,
          sd: nullableNumber,
          rwg: nullableNumber,
          dropped: { type: 'boolean' },
          /** What the key in the form's own file says. */
          authors: nullableNumber,
        },
      },
    },
  },
} as const;
export type RoundOutcomeWire = FromSchema<typeof roundOutcome>;

export const panelDetail = {
  type: 'object',
  additionalProperties: false,
  required: [...headRequired, 'total', 'experts', 'rounds', 'campaigns', 'effects', 'situations'],
  properties: {
    ...headProperties,
    /** Answers that make a round complete: options and borders. */
    total: count,
    experts: { type: 'array', maxItems: 200, items: expertLine },
    rounds: { type: 'array', maxItems: 2, items: roundOutcome },
    /** Campaigns whose pupils answered these situations. */
    campaigns: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title'],
        properties: { id, title: shortText },
      },
    },
    /** Looks at what the key would move, newest first. */
    effects: { type: 'array', maxItems: 20, items: studyHead },
    /** The words, so that a key can be read. */
    situations: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'text', 'options'],
        properties: {
          id: itemId,
          text: longText,
          options: {
            type: 'array',
            maxItems: 10,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'text'],
              properties: { id: itemId, text: longText },
            },
          },
        },
      },
    },
  },
} as const;
export type PanelDetail = FromSchema<typeof panelDetail>;

/** A link is shown once: only its hash is kept. */
export const expertLink = {
  type: 'object',
  additionalProperties: false,
  required: ['expert', 'secret', 'until'],
  properties: {
    expert: id,
    secret: { type: 'string', minLength: 32, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' },
    until: instant,
  },
} as const;
export type ExpertLink = FromSchema<typeof expertLink>;
