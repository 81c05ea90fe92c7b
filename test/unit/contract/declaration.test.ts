import { describe, expect, it } from 'vitest';
import { shape } from '../../../server/contract/shape.ts';
import { holds, permissions } from '../../../server/domain/permission.ts';
import { endpoint } from '../../../server/http/endpoint.ts';
import { endpoints } from '../../../server/resources/index.ts';

const whole = {
  method: 'get',
  path: '/api/x',
  summary: 'x',
  scope: 'none',
  reply: null,
  audit: null,
  handle: async () => undefined,
} as const;

/** Never run: `npm run types` reads it. Each directive fails the type check once the error under it is gone. */
export function declarationsThatDoNotCompile(): unknown[] {
  return [
    // @ts-expect-error a permission must be named
    endpoint({ ...whole }),
    // @ts-expect-error … one that there is
    endpoint({ ...whole, permission: 'everything' }),
    // @ts-expect-error whose thing it is must be said, if only «none»
    endpoint({ ...whole, scope: undefined, permission: 'anyone' }),
    // @ts-expect-error whether it leaves an audit line must be said
    endpoint({ ...whole, audit: undefined, permission: 'anyone' }),
    // @ts-expect-error a handler returns what the reply's schema stands for
    endpoint({ ...whole, permission: 'anyone', reply: shape<{ n: number }>({}), handle: async () => ({ n: 'one' }) }),
    // @ts-expect-error outside /api there are no endpoints
    endpoint({ ...whole, permission: 'anyone', path: '/x' }),
  ];
}

describe('a declaration', () => {
  it('is taken as it stands where it is whole', () => {
    expect(endpoint({ ...whole, permission: 'staff.self' })).toMatchObject({ permission: 'staff.self' });
  });

  it('names, in the table, a permission that the anonymous lack unless it says «anyone»', () => {
    for (const { path, permission } of endpoints) {
      expect(permissions, path).toContain(permission);
      expect(holds({ kind: 'anonymous' }, permission), path).toBe(permission === 'anyone');
    }
  });

  it('stands in the table once per method and path', () => {
    const names = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names a scope wherever its path names a person, a class, a school, a sitting or a campaign', () => {
    const named = endpoints.filter(({ path }) => /:(pupil|class|school|sitting|campaign)\b/.test(path));
    expect(named.filter(({ scope }) => scope === 'none').map(({ path }) => path)).toEqual([]);
    for (const { path, scope } of named) expect(path).toContain(`:${scope === 'none' ? '' : scope.param}`);
  });

  it('leaves an audit line at each read of a named pupil by staff', () => {
    const reads = endpoints.filter(({ permission }) =>
      ['pupil.read', 'pupil.write', 'class.read', 'class.write'].includes(permission),
    );
    expect(reads.filter(({ audit }) => audit === null).map(({ path }) => path)).toEqual([]);
  });
});
