import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';

export type NamedKey = { id: string; key: KeyObject };

/** A pupil's own key, wrapped by a master key whose id stands beside it. */
export type WrappedKey = { keyId: string; wrapped: string };

export type IdentityVault = ReturnType<typeof identityVault>;

const version = 1;

/**
 * Seals what names a pupil. AES-256-GCM; a data key per pupil, wrapped by a master key (the first is current, the others
 * still open what they sealed). `pid|field|version` is bound as associated data, so a field moved to another pupil
 * or another field does not open. Look-ups go by HMAC-SHA-256 with its own key.
 */
export function identityVault(masterKeys: readonly NamedKey[], lookupKey: KeyObject) {
  const current = masterKeys[0];
  if (current === undefined) throw new RangeError('identityVault requires at least one master key');
  const byId = new Map(masterKeys.map(({ id, key }) => [id, key]));

  const unwrap = (pid: string, { keyId, wrapped }: WrappedKey): Buffer => {
    const master = byId.get(keyId);
    if (master === undefined) throw new RangeError(`identityVault: master key ${keyId} is not at hand`);
    return open(master, wrapped, bound(pid, 'key'));
  };

  return {
    makeKey(pid: string): WrappedKey {
      return { keyId: current.id, wrapped: seal(current.key, randomBytes(32), bound(pid, 'key')) };
    },
    seal: (pid: string, key: WrappedKey, field: string, text: string): string =>
      seal(unwrap(pid, key), Buffer.from(text, 'utf8'), bound(pid, field)),
    open: (pid: string, key: WrappedKey, field: string, sealed: string): string =>
      open(unwrap(pid, key), sealed, bound(pid, field)).toString('utf8'),
    /** The same pupil key under the current master key: how keys are rotated without touching what they sealed. */
    rewrap: (pid: string, key: WrappedKey): WrappedKey => ({
      keyId: current.id,
      wrapped: seal(current.key, unwrap(pid, key), bound(pid, 'key')),
    }),
    lookup: (kind: string, text: string): string =>
      createHmac('sha256', lookupKey).update(`${kind}|${text}`).digest('base64url'),
  };
}

const bound = (pid: string, field: string): Buffer => Buffer.from(`${pid}|${field}|${version}`, 'utf8');

function seal(key: KeyObject | Buffer, plain: Buffer, associated: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function open(key: KeyObject | Buffer, sealed: string, associated: Buffer): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(associated);
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
