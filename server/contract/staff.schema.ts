import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, language, shortText, words } from './primitives.schema.ts';
import { role } from './session.schema.ts';

const nullable = <Schema>(schema: Schema) => ({ anyOf: [schema, { type: 'null' }] }) as const;
const schools = { type: 'array', maxItems: 50, items: id } as const;
const classes = { type: 'array', minItems: 1, maxItems: 100, items: id } as const;
/** What a counsellor is at school: the role can be given to a psychologist or a class teacher. */
export const post = { type: 'string', enum: ['counsellor', 'psychologist', 'class-teacher'] } as const;

export const staffParams = {
  type: 'object',
  additionalProperties: false,
  required: ['staff'],
  properties: { staff: id },
} as const;
export type StaffParams = FromSchema<typeof staffParams>;

export const grantParams = {
  type: 'object',
  additionalProperties: false,
  required: ['staff', 'grant'],
  properties: { staff: id, grant: id },
} as const;
export type GrantParams = FromSchema<typeof grantParams>;

export const staffQuery = {
  type: 'object',
  additionalProperties: false,
  required: ['region'],
  properties: { region: id },
} as const;
export type StaffQuery = FromSchema<typeof staffQuery>;

export const grant = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'school', 'classes', 'kind', 'from', 'until', 'endedAt', 'isRunning'],
  properties: {
    id,
    school: id,
    /** Null: the whole school. */
    classes: nullable(classes),
    kind: { type: 'string', enum: ['own', 'substitute'] },
    from: instant,
    until: nullable(instant),
    endedAt: nullable(instant),
    isRunning: { type: 'boolean' },
  },
} as const;

export const staffAccount = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'email', 'role', 'post', 'region', 'schools', 'grants', 'place', 'state', 'secondFactorAt'],
  properties: {
    id,
    name: shortText,
    email: shortText,
    role,
    post: nullable(post),
    region: nullable(id),
    schools,
    grants: { type: 'array', maxItems: 200, items: grant },
    place: words,
    /** `invited`: has no password yet. */
    state: { type: 'string', enum: ['invited', 'active', 'ended'] },
    secondFactorAt: nullable(instant),
  },
} as const;
export type StaffAccount = FromSchema<typeof staffAccount>;

export const staffList = {
  type: 'object',
  additionalProperties: false,
  required: ['region', 'schools', 'staff'],
  properties: {
    region: id,
    /** The schools of the region: what access can be given to. */
    schools: {
      type: 'array',
      maxItems: 2000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name'],
        properties: { id, name: words },
      },
    },
    staff: { type: 'array', maxItems: 5000, items: staffAccount },
  },
} as const;
export type StaffList = FromSchema<typeof staffList>;

/** The classes access can be given to, by name only. */
export const classNames = {
  type: 'object',
  additionalProperties: false,
  required: ['classes'],
  properties: {
    classes: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name'],
        properties: { id, name: shortText },
      },
    },
  },
} as const;
export type ClassNames = FromSchema<typeof classNames>;

/** `classes` null: the whole school, for a class teacher their classes. */
export const newStaff = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'email', 'role', 'post', 'language', 'region', 'schools', 'classes'],
  properties: {
    name: { type: 'string', minLength: 2, maxLength: 120 },
    email: { type: 'string', minLength: 3, maxLength: 120 },
    role,
    post: nullable(post),
    language,
    region: nullable(id),
    schools,
    classes: nullable(classes),
    /** Whose person it is, for a university or a sponsor; absent for everybody else. */
    organisation: nullable(id),
  },
} as const;
export type NewStaff = FromSchema<typeof newStaff>;

/** The link's secret, shown once; whoever holds it sets the password. */
export const invitation = {
  type: 'object',
  additionalProperties: false,
  required: ['staff', 'secret', 'expiresAt'],
  properties: { staff: id, secret: shortText, expiresAt: instant },
} as const;
export type Invitation = FromSchema<typeof invitation>;

export const newGrant = {
  type: 'object',
  additionalProperties: false,
  required: ['school', 'classes', 'kind', 'until'],
  properties: {
    school: id,
    classes: nullable(classes),
    kind: { type: 'string', enum: ['own', 'substitute'] },
    until: nullable(instant),
  },
} as const;
export type NewGrant = FromSchema<typeof newGrant>;

/** Open cases at a school go to somebody else, and the access of the one who leaves it ends. */
export const handover = {
  type: 'object',
  additionalProperties: false,
  required: ['school', 'to'],
  properties: { school: id, to: id },
} as const;
export type Handover = FromSchema<typeof handover>;

export const handedOver = {
  type: 'object',
  additionalProperties: false,
  required: ['cases'],
  properties: { cases: count },
} as const;
export type HandedOver = FromSchema<typeof handedOver>;

export const invitationSecret = {
  type: 'object',
  additionalProperties: false,
  required: ['secret'],
  properties: { secret: { type: 'string', minLength: 20, maxLength: 100 } },
} as const;
export type InvitationSecret = FromSchema<typeof invitationSecret>;

export const invited = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'email', 'expiresAt'],
  properties: { name: shortText, email: shortText, expiresAt: instant },
} as const;
export type Invited = FromSchema<typeof invited>;

export const acceptInvitation = {
  type: 'object',
  additionalProperties: false,
  required: ['secret', 'password'],
  properties: {
    secret: { type: 'string', minLength: 20, maxLength: 100 },
    password: { type: 'string', minLength: 1, maxLength: 200 },
  },
} as const;
export type AcceptInvitation = FromSchema<typeof acceptInvitation>;
