import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** The demo staff's password in tests. */
export const demoPassword = 'test-word-4711-horse';

/** Secrets as the service reads them, made anew. */
export function makeTestSecrets(): string {
  const key = () => randomBytes(32).toString('base64');
  return JSON.stringify({
    version: 1,
    masterKeys: [{ id: 'k-test', key: key() }],
    tokenKeys: [{ id: 't-test', key: key() }],
    codeKey: key(),
    lookupKey: key(),
    auditKey: key(),
    demoPassword,
  });
}

/** The file of secrets in `folder`, nobody else's. @returns its path */
export const writeTestSecrets = (folder: string): string => write(folder, makeTestSecrets());

/** The secrets of this test run: those that the demo country is sealed with. @returns the file's path */
export const writeRunSecrets = (folder: string): string => write(folder, inject('secrets'));

function write(folder: string, secrets: string): string {
  const file = join(folder, 'secrets.json');
  writeFileSync(file, secrets, { mode: 0o600 });
  return file;
}
