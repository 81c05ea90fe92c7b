import { createRequire } from 'node:module';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { everySchema, inside, type NamedSchema } from './every-schema.ts';

const load = createRequire(import.meta.url);

/** The words of an instrument: held by instruments/schema where they are loaded, public and never from outside. */
const heldElsewhere = 'GET /api/instruments/:instrument/:version/texts/:language reply';

const has = (schema: object, ...keys: string[]): boolean => keys.some((key) => key in schema);
const isOf = (schema: object, ...types: string[]): boolean => 'type' in schema && types.includes(String(schema.type));

describe('the schemas of the wire', () => {
  let all: NamedSchema[] = [];
  let parts: NamedSchema[] = [];
  beforeAll(async () => {
    all = await everySchema();
    parts = all.filter(({ name }) => name !== heldElsewhere).flatMap(inside);
  });
  const offenders = (isWrong: (schema: object) => boolean) =>
    parts.filter(({ schema }) => isWrong(schema)).map(({ name }) => name);

  it('were found', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(parts.length).toBeGreaterThan(600);
  });

  it('are safe against untrusted data by ajv’s own measure', () => {
    const isSecure = new Ajv.default({ strict: false }).compile(load('ajv/lib/refs/json-schema-secure.json'));
    expect(all.filter(({ schema }) => !isSecure(schema)).map(({ name }) => name)).toEqual([]);
    expect(isSecure({ type: 'string', pattern: '^a+$' })).toBe(false);
  });

  it('compile in strict mode', () => {
    const ajv = new Ajv2020.default({ strict: true, strictRequired: true, allowUnionTypes: false });
    for (const { name, schema } of all) expect(() => ajv.compile(schema), name).not.toThrow();
  });

  it('refuse unknown fields in every object', () => {
    expect(
      offenders((schema) => isOf(schema, 'object') && Reflect.get(schema, 'additionalProperties') !== false),
    ).toEqual([]);
  });

  it('bound every text, list and number', () => {
    expect(offenders((schema) => isOf(schema, 'string') && !has(schema, 'maxLength', 'enum', 'const'))).toEqual([]);
    expect(offenders((schema) => isOf(schema, 'array') && !(has(schema, 'maxItems') && has(schema, 'items')))).toEqual(
      [],
    );
    const unbounded = (schema: object) =>
      isOf(schema, 'number', 'integer') && !(has(schema, 'minimum') && has(schema, 'maximum'));
    expect(offenders(unbounded)).toEqual([]);
  });

  it('have patterns that are anchored and cannot backtrack without end', () => {
    const risky = (pattern: string) =>
      !/^\^.*\$$/.test(pattern) || /[+*}]\)?[+*{]|\([^)]*[+*|][^)]*\)[+*{]/.test(pattern);
    expect(offenders((schema) => 'pattern' in schema && risky(String(schema.pattern)))).toEqual([]);
    expect(['^(a+)+$', '^(a|a)*$', 'a', '^a{2}+$'].filter(risky)).toHaveLength(4);
  });

  it('take no field that a document of the database would read as an operator', () => {
    const ajv = new Ajv2020.default({ strict: true });
    const names = parts.filter(({ schema }) => 'pattern' in schema && isOf(schema, 'string'));
    for (const { name, schema } of names) {
      const accepts = ajv.compile(schema);
      for (const bad of ['$where', '$set', 'a.$[]', 'a b', 'а', '', 'a\u0000b'])
        expect(accepts(bad), `${name} ${bad}`).toBe(false);
    }
  });
});
