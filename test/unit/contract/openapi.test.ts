import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { permissions } from '../../../server/domain/permission.ts';
import { openapi } from '../../../server/http/openapi.ts';
import { endpoints } from '../../../server/resources/index.ts';

const document = openapi(endpoints, '1.2.3');
type Operation = { operationId: string; parameters: { name: string; in: string }[]; 'x-permission': string };
const operations = (): [string, Operation][] =>
  Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.values(methods).map((operation): [string, Operation] => [path, operation]),
  );

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const found = await validator.validate(JSON.parse(JSON.stringify(document)));
    expect(found).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('is seen to be wrong where it is', async () => {
    const wrong = { ...JSON.parse(JSON.stringify(document)), paths: { '/api/x': { get: { responses: 1 } } } };
    expect((await new Validator().validate(wrong)).valid).toBe(false);
  });

  it('has every endpoint once, each with its own id and its permission', () => {
    const all = operations();
    expect(all).toHaveLength(endpoints.length);
    expect(new Set(all.map(([, { operationId }]) => operationId)).size).toBe(endpoints.length);
    for (const [, operation] of all) expect(permissions).toContain(operation['x-permission']);
  });

  it('declares each parameter of each path', () => {
    for (const [path, { parameters }] of operations()) {
      const inPath = [...path.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name).sort();
      expect(
        parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => name)
          .sort(),
        path,
      ).toEqual(inPath);
    }
  });
});
