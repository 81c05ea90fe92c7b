import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityVault, type NamedKey } from '../../../server/store/identity-vault.ts';

const named = (id: string): NamedKey => ({ id, key: createSecretKey(randomBytes(32)) });
const [older, newer] = [named('m1'), named('m2')];
const lookupKey = createSecretKey(randomBytes(32));
const vault = identityVault([older], lookupKey);

describe('the identity vault', () => {
  it('gives back what it sealed', () => {
    const pid = randomUUID();
    const key = vault.makeKey(pid);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        (text, field) => vault.open(pid, key, field, vault.seal(pid, key, field, text)) === text,
      ),
    );
  });

  it('shows nothing of it, not even that two are the same', () => {
    const pid = randomUUID();
    const key = vault.makeKey(pid);
    const [one, other] = [vault.seal(pid, key, 'name', 'Айгерім'), vault.seal(pid, key, 'name', 'Айгерім')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').toString('utf8')).not.toContain('Айгерім');
  });

  it('opens nothing that was moved to another pupil or another field', () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const [myKey, theirKey] = [vault.makeKey(mine), vault.makeKey(theirs)];
    const sealed = vault.seal(mine, myKey, 'familyName', 'Ахметова');
    expect(vault.open(mine, myKey, 'familyName', sealed)).toBe('Ахметова');
    expect(() => vault.open(mine, myKey, 'givenName', sealed)).toThrow();
    expect(() => vault.open(theirs, theirKey, 'familyName', sealed)).toThrow();
    // … not with its key brought along either: the key too is bound to its pupil.
    expect(() => vault.open(theirs, myKey, 'familyName', sealed)).toThrow();
  });

  it('opens nothing of which one bit was changed', () => {
    const pid = randomUUID();
    const key = vault.makeKey(pid);
    const bytes = Buffer.from(vault.seal(pid, key, 'iin', '110514650005'), 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open(pid, key, 'iin', changed.toString('base64')), `byte ${at}`).toThrow();
    }
    expect(() => vault.open(pid, key, 'iin', '')).toThrow();
    expect(() => vault.open(pid, key, 'iin', bytes.subarray(0, 20).toString('base64'))).toThrow();
  });

  it('rotates its master key by wrapping again, with what was sealed untouched', () => {
    const pid = randomUUID();
    const key = vault.makeKey(pid);
    const sealed = vault.seal(pid, key, 'name', 'Данияр');
    const both = identityVault([newer, older], lookupKey);
    expect(both.open(pid, key, 'name', sealed)).toBe('Данияр');
    const wrapped = both.rewrap(pid, key);
    expect(wrapped.keyId).toBe('m2');
    const onlyNewer = identityVault([newer], lookupKey);
    expect(onlyNewer.open(pid, wrapped, 'name', sealed)).toBe('Данияр');
    expect(() => onlyNewer.open(pid, key, 'name', sealed)).toThrow(/m1/);
  });

  it('opens nothing with another master key under the same name', () => {
    const pid = randomUUID();
    const key = vault.makeKey(pid);
    const stranger = identityVault([named('m1')], lookupKey);
    expect(() => stranger.open(pid, key, 'name', vault.seal(pid, key, 'name', 'x'))).toThrow();
  });

  it('finds by a keyed hash of kind and text, which is not the hash of another key', () => {
    expect(vault.lookup('iin', '1')).toBe(vault.lookup('iin', '1'));
    expect(vault.lookup('iin', '1')).not.toBe(vault.lookup('phone', '1'));
    expect(vault.lookup('iin', '1')).not.toBe(
      identityVault([older], createSecretKey(randomBytes(32))).lookup('iin', '1'),
    );
  });
});
