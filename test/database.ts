import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

/**
 * A database of one's own in the run's replica set: a name nobody else has, and the address that leads to it.
 * To be called once per test file (in the projects that start a mongod: api, browser, faults).
 */
export function freshDatabase(): { uri: string; name: string } {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const uri = new URL(inject('mongoUri'));
  uri.pathname = `/${name}`;
  return { uri: uri.href, name };
}
