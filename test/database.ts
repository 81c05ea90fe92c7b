import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

/** On a crowded machine everything takes longer; how long the service waits for its database is looked at in test/faults. */
const patienceMs = 30_000;

/** The address of a database in the run's replica set. */
export function addressOf(name: string): string {
  const uri = new URL(inject('mongoUri'));
  uri.pathname = `/${name}`;
  uri.searchParams.set('timeoutMS', String(patienceMs));
  return uri.href;
}

/**
 * A database of one's own in the run's replica set: a name nobody else has, and the address that leads to it.
 * To be called once per test file (in the projects that start a mongod: api, browser, faults).
 */
export function freshDatabase(): { uri: string; name: string } {
  const name = `t_${randomBytes(8).toString('hex')}`;
  return { uri: addressOf(name), name };
}
