import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Advice } from '../../../server/bootstrap/advice.mjs';
import { loadOrMakeSecrets } from '../../../server/bootstrap/secrets.mjs';
import { readSecrets } from '../../../server/secrets.ts';
import { temporaryFolder } from './temporary-folder.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('loadOrMakeSecrets', () => {
  it('makes different 256-bit keys that only their owner can read', () => {
    const folder = join(temporaryFolder(), 'data');
    const { file, secrets, isNew } = loadOrMakeSecrets(folder);
    const named = [...secrets.masterKeys, ...secrets.tokenKeys].map(({ key }) => key);
    const keys = [...named, secrets.codeKey, secrets.lookupKey, secrets.auditKey];
    expect(isNew).toBe(true);
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32, 32, 32]);
    expect(new Set(keys).size).toBe(5);
    expect([modeOf(folder), modeOf(file)]).toEqual(['700', '600']);
    expect(secrets.demoPassword).toMatch(/^[a-z]{5}-[a-z]{5}-[a-z]{5}-\d{4}$/);
  });

  it('gives the same at the next start, and what the server can read', () => {
    const folder = temporaryFolder();
    const first = loadOrMakeSecrets(folder);
    const second = loadOrMakeSecrets(folder);
    expect(second.secrets).toEqual(first.secrets);
    expect(second.isNew).toBe(false);
    expect(readSecrets(first.file).masterKeys[0]?.id).toBe(first.secrets.masterKeys[0]?.id);
  });

  it.each([
    ['cut short', '{ "version": 1'],
    ['of a later version', '{ "version": 2 }'],
    ['with a short key', null],
  ])('never overwrites a file that is %s', (_what, content) => {
    const folder = temporaryFolder();
    const { file, secrets } = loadOrMakeSecrets(folder);
    const damaged = content ?? JSON.stringify({ ...secrets, codeKey: 'c2hvcnQ=' });
    writeFileSync(file, damaged);
    expect(() => loadOrMakeSecrets(folder)).toThrow(Advice);
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });
});
