import { toBytes, toText } from './base64.ts';

/**
 * The keys of the sittings that are open on this page. What lies on the device is closed with them; a sitting whose key is not
 * here can be sent, and not read.
 */
export type Keyring = {
  /** False where nothing is closed: what must not be seen has to go. */
  readonly locks: boolean;
  /** Takes up a sitting's key: 32 bytes. */
  add(sitting: string, raw: Uint8Array<ArrayBuffer>): Promise<void>;
  has(sitting: string): boolean;
  forget(sitting: string): void;
  /** Rejects where the key is not here. */
  close(sitting: string, value: object): Promise<string>;
  /** Null where the key is not here, or is another one. The caller knows what was closed. */
  open<T>(sitting: string, box: string): Promise<T | null>;
};

const name = 'AES-GCM';
const nonceBytes = 12;

/** AES-256-GCM; the sitting's id is bound, so that no box opens as another pupil's. */
export function cipherKeyring(subtle: SubtleCrypto): Keyring {
  const keys = new Map<string, CryptoKey>();
  const bound = (sitting: string) => new TextEncoder().encode(sitting);
  return {
    locks: true,
    add: async (sitting, raw) => {
      keys.set(sitting, await subtle.importKey('raw', raw, name, false, ['encrypt', 'decrypt']));
    },
    has: (sitting) => keys.has(sitting),
    forget: (sitting) => void keys.delete(sitting),
    close: async (sitting, value) => {
      const key = keys.get(sitting);
      if (key === undefined) throw new RangeError('the sitting is locked');
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const sealed = new Uint8Array(await subtle.encrypt({ name, iv, additionalData: bound(sitting) }, key, plain));
      const whole = new Uint8Array(nonceBytes + sealed.length);
      whole.set(iv);
      whole.set(sealed, nonceBytes);
      return toText(whole);
    },
    open: async <T>(sitting: string, box: string) => {
      const key = keys.get(sitting);
      if (key === undefined) return null;
      try {
        const bytes = toBytes(box);
        const iv = bytes.slice(0, nonceBytes);
        const options = { name, iv, additionalData: bound(sitting) };
        const plain = await subtle.decrypt(options, key, bytes.slice(nonceBytes));
        // Our own text, written by `close`.
        return JSON.parse(new TextDecoder().decode(plain)) as T;
      } catch {
        return null;
      }
    },
  };
}

/** Where the browser has no cryptography (a page without TLS): nothing outlives the page there, so nothing is closed. */
export function openKeyring(): Keyring {
  return {
    locks: false,
    add: async () => undefined,
    has: () => true,
    forget: () => undefined,
    close: async (_sitting, value) => JSON.stringify(value),
    // Our own text.
    open: async <T>(_sitting: string, box: string) => JSON.parse(box) as T,
  };
}
