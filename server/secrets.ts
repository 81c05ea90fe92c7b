import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { ledgerBeside } from './erasure-ledger.ts';
import type { NamedKey } from './store/identity-vault.ts';

/** Keys of the service. The first of a list is current; the others still verify or open what they made. */
export type Secrets = {
  masterKeys: readonly NamedKey[];
  tokenKeys: readonly NamedKey[];
  codeKey: KeyObject;
  lookupKey: KeyObject;
  auditKey: KeyObject;
  demoPassword: string | null;
  /** Where the keyed hashes of erased children are kept besides the database. */
  ledgerFile: string;
};

/** Reads the secrets file; refuses one that others can read. Throws an Error that says what to do. */
export function readSecrets(file: string): Secrets {
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file} can be read by others: chmod 600 ${file}`);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const record = asRecord(content, file);
  return {
    masterKeys: namedKeys(record, 'masterKeys', file),
    tokenKeys: namedKeys(record, 'tokenKeys', file),
    codeKey: secretKey(record.codeKey, 'codeKey', file),
    lookupKey: secretKey(record.lookupKey, 'lookupKey', file),
    auditKey: secretKey(record.auditKey, 'auditKey', file),
    demoPassword: typeof record.demoPassword === 'string' ? record.demoPassword : null,
    ledgerFile: ledgerBeside(file),
  };
}

function namedKeys(record: Record<string, unknown>, name: string, file: string): NamedKey[] {
  const list = record[name];
  if (!Array.isArray(list) || list.length === 0) throw new Error(`${file}: «${name}» must list at least one key`);
  return list.map((entry: unknown) => {
    const { id, key } = asRecord(entry, file);
    if (typeof id !== 'string') throw new Error(`${file}: a key of «${name}» has no id`);
    return { id, key: secretKey(key, `${name}.${id}`, file) };
  });
}

function secretKey(value: unknown, name: string, file: string): KeyObject {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (bytes.length < 32) throw new Error(`${file}: «${name}» must be at least 32 random bytes in base64`);
  return createSecretKey(bytes.subarray(0, 32));
}

function asRecord(value: unknown, file: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file}: a JSON object was expected`);
  return Object.fromEntries(Object.entries(value));
}
