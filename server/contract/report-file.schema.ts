import type { FromSchema } from 'json-schema-to-ts';
import { uuid } from './primitives.schema.ts';

/** To whom a pupil's report is written. `conversation`: one page for the counsellor to talk from. */
export const reportParams = {
  type: 'object',
  additionalProperties: false,
  required: ['pupil', 'kind'],
  properties: { pupil: uuid, kind: { type: 'string', enum: ['pupil', 'guardian', 'counsellor', 'conversation'] } },
} as const;
export type ReportParams = FromSchema<typeof reportParams>;
export type ReportKind = ReportParams['kind'];
