import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTuning } from '../../../server/config.ts';
import { readSecrets } from '../../../server/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'ustaz-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = (bytes = 32): string => randomBytes(bytes).toString('base64');
const good = () => ({
  masterKeys: [{ id: 'm', key: key() }],
  tokenKeys: [{ id: 't', key: key() }],
  codeKey: key(),
  lookupKey: key(),
  auditKey: key(),
});

function written(content: unknown, mode = 0o600): string {
  const file = join(folder, `${randomBytes(6).toString('hex')}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(file, mode);
  return file;
}

describe('the secrets file', () => {
  it('is read where it is whole', () => {
    expect(readSecrets(written(good()))).toMatchObject({ masterKeys: [{ id: 'm' }], demoPassword: null });
  });

  it.each([0o640, 0o604, 0o644, 0o660])('is refused where others can read it (%o)', (mode) => {
    expect(() => readSecrets(written(good(), mode))).toThrow(/chmod 600/);
  });

  it.each([
    ['a short code key', { codeKey: 'secret' }, /codeKey/],
    ['a 31-byte key', { auditKey: key(31) }, /auditKey/],
    ['no key for tokens', { tokenKeys: [] }, /tokenKeys/],
    ['a short key for tokens', { tokenKeys: [{ id: 't', key: 'aaaa' }] }, /tokenKeys\.t/],
    ['a master key without an id', { masterKeys: [{ key: key() }] }, /masterKeys/],
    ['a key that is not text', { lookupKey: 5 }, /lookupKey/],
  ])('is refused with %s, which is named', (_, changed, said) => {
    expect(() => readSecrets(written({ ...good(), ...changed }))).toThrow(said);
  });

  it('is refused, without its content, where it is no JSON', () => {
    const tell = (): unknown => {
      try {
        return readSecrets(written('[1]'));
      } catch (error) {
        return error;
      }
    };
    expect(String(tell())).toMatch(/JSON object/);
  });
});

describe('the environment', () => {
  it('has defaults', () => {
    expect(readTuning({})).toEqual({
      mostInFlight: 64,
      trustProxy: false,
      checkReplies: false,
      logLevel: 'warn',
      secondFactor: 'required',
      tls: null,
    });
  });

  it('lets a second factor be left to each person’s choice', () => {
    expect(readTuning({ USTAZ_SECOND_FACTOR: 'optional' }).secondFactor).toBe('optional');
    expect(() => readTuning({ USTAZ_SECOND_FACTOR: 'off' })).toThrow(/SECOND_FACTOR/);
  });

  it('names every bad variable at once', () => {
    const bad = { USTAZ_MAX_IN_FLIGHT: '0', USTAZ_TRUST_PROXY: 'yes', USTAZ_LOG: 'loud' };
    expect(() => readTuning(bad)).toThrow(/MAX_IN_FLIGHT.*TRUST_PROXY.*USTAZ_LOG/);
  });
});
