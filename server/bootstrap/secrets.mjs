import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';

const keyBytes = 32;
const makeKey = () => randomBytes(keyBytes).toString('base64');
const makeNamedKey = (prefix) => ({ id: `${prefix}-${randomBytes(6).toString('hex')}`, key: makeKey() });

/** Syllables anyone can read out and type on a Latin keyboard. */
const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';
const pick = (letters) => letters[randomInt(letters.length)];
const makeWord = () => [consonants, vowels, consonants, vowels, consonants].map(pick).join('');

/** Three words and four digits, e.g. `bakun-tolis-medar-4817`: 22 characters, about 50 bits. For simulated people only. */
const makeDemoPassword = () => [makeWord(), makeWord(), makeWord(), randomInt(1000, 10_000)].join('-');

const makeSecrets = () => ({
  version: 1,
  // Of each list the first is current; later ones are old, and still open or verify what they made.
  masterKeys: [makeNamedKey('k')],
  tokenKeys: [makeNamedKey('t')],
  codeKey: makeKey(),
  lookupKey: makeKey(),
  auditKey: makeKey(),
  demoPassword: makeDemoPassword(),
});

/**
 * The secrets of this data folder, made on first use (file 600 in a folder 700) and never overwritten: without them the
 * identities in the database cannot be read again.
 * @returns {{ file: string, secrets: ReturnType<typeof makeSecrets>, isNew: boolean }}
 * @throws {Advice} when the file is damaged or of a later version
 */
export function loadOrMakeSecrets(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = join(folder, 'secrets.json');
  const isNew = !existsSync(file) && writeOnce(file);
  chmodSync(file, 0o600);
  return { file, secrets: readSecrets(file), isNew };
}

/** Linked into place: of two processes that both make secrets, one wins and both read the winner's. */
function writeOnce(file) {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(beside, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Reads and checks a secrets file. @throws {Advice} */
export function readSecrets(file) {
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8'));
    if (isWhole(secrets)) return secrets;
  } catch (error) {
    throw damaged(file, error.message);
  }
  throw damaged(file, 'a key is missing or shorter than 256 bits, or the version is not 1');
}

const isKey = (value) => typeof value === 'string' && Buffer.from(value, 'base64').length >= keyBytes;
const areNamedKeys = (list) =>
  Array.isArray(list) && list.length > 0 && list.every(({ id, key }) => typeof id === 'string' && isKey(key));

const isWhole = (secrets) =>
  secrets?.version === 1 &&
  areNamedKeys(secrets.masterKeys) &&
  areNamedKeys(secrets.tokenKeys) &&
  [secrets.codeKey, secrets.lookupKey, secrets.auditKey].every(isKey);

const damaged = (file, why) =>
  new Advice(
    `The secrets file ${file} cannot be used (${why}). Put back your copy of it: without these keys the names in the ` +
      'database cannot be read and access codes do not match. Only if the database holds nothing to keep, remove the ' +
      'whole data folder and start again.',
  );
