import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type FieldError, Problem } from '../domain/problem.ts';

/** Strict: unknown keywords, unknown formats and loose tuples are errors when the server starts, not at the first request. */
const ajv = new Ajv2020.default({
  strict: true,
  allErrors: true,
  coerceTypes: false,
  removeAdditional: false,
  allowUnionTypes: true,
});
/** Parameters and queries come as text; numbers are read from them. */
const coercing = new Ajv2020.default({
  strict: true,
  allErrors: true,
  coerceTypes: true,
  removeAdditional: false,
  allowUnionTypes: true,
});

export type Validator = (value: unknown) => unknown;

/** Compiles a schema to a function that gives the value back or throws `input-invalid` naming each field. */
export function validator(schema: object, where: 'params' | 'query' | 'body'): Validator {
  const check = (where === 'body' ? ajv : coercing).compile(schema);
  const isInRange = where === 'body' ? () => true : hasOnlyFinite;
  return (value) => {
    if (check(value) && isInRange(value)) return value;
    throw new Problem('input-invalid', { errors: fieldErrors(check, where) });
  };
}

/** «1e999» is read as Infinity, and ajv asks no more of that: neither minimum nor maximum. */
const hasOnlyFinite = (value: unknown): boolean =>
  Object.values(value ?? {}).every((part) => typeof part !== 'number' || Number.isFinite(part));

/** Whether a reply is what was promised; used by the tests' server and in development. */
export function replyErrors(schema: object): (value: unknown) => readonly FieldError[] {
  const check = ajv.compile(schema);
  return (value) => (check(value) ? [] : fieldErrors(check, 'reply'));
}

function fieldErrors(check: ValidateFunction, where: string): FieldError[] {
  const errors = (check.errors ?? []).slice(0, 100);
  return errors.map((error) => ({ pointer: `/${where}${error.instancePath}`.slice(0, 200), detail: wanted(error) }));
}

/** ajv's message without the value that was sent: an answer must not come back in an error or a log. */
function wanted(error: ErrorObject): string {
  if (error.keyword === 'additionalProperties') return 'a field that is not known here';
  if (error.keyword === 'enum') return `one of ${JSON.stringify(error.params.allowedValues)}`.slice(0, 400);
  return error.message ?? error.keyword;
}
