import { toBytes, toText } from './base64.ts';

/**
 * How a sitting's key is kept on a device, twice: closed with the pupil's code, to go on here without a network, and sealed to
 * the campaign, so that the server takes the answers in even when the code is forgotten or was issued anew.
 */
export type Lock = {
  campaign: string;
  publicKey: string;
  salt: string;
  /** Tells whose code it is, without telling the code. */
  tag: string;
  byCode: string;
  sealed: string;
};

export type CodeKeys = { salt: string; tag: string; key: CryptoKey };

/** The code has 52 random bits: with this many rounds a stolen device is not worth the trying. */
const rounds = 310_000;
const nonceBytes = 12;
const aes = 'AES-GCM';
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const encode = (text: string) => new TextEncoder().encode(text);
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

export const newSalt = (): string => toText(random(16));
export const newSittingKey = (): Uint8Array<ArrayBuffer> => random(32);

/** From the code of the card (folded) to the key that closes, and the tag that finds. */
export async function keysOfCode(subtle: SubtleCrypto, code: string, salt: string): Promise<CodeKeys> {
  const typed = await subtle.importKey('raw', encode(code), 'PBKDF2', false, ['deriveBits']);
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt: toBytes(salt), iterations: rounds };
  const master = await subtle.importKey('raw', await subtle.deriveBits(slow, typed, 256), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const tag = new Uint8Array(await subtle.deriveBits(expand('tag'), master, 128));
  const key = await subtle.deriveKey(expand('key'), master, { name: aes, length: 256 }, false, ['encrypt', 'decrypt']);
  return { salt, tag: toText(tag), key };
}

/** Locks a sitting's key with a code and for a campaign. `campaignKey`: its public point, uncompressed. */
export async function lockUp(
  subtle: SubtleCrypto,
  sitting: string,
  raw: Uint8Array<ArrayBuffer>,
  { salt, tag, key }: CodeKeys,
  campaign: { id: string; publicKey: string },
): Promise<Lock> {
  const byCode = await close(subtle, key, sitting, raw);
  const sealed = await sealTo(subtle, campaign.publicKey, sitting, raw);
  return { campaign: campaign.id, publicKey: campaign.publicKey, salt, tag, byCode, sealed };
}

/** The sitting's key, or null where the code is another's. */
export async function unlock(
  subtle: SubtleCrypto,
  sitting: string,
  { tag, byCode }: Lock,
  keys: CodeKeys,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (keys.tag !== tag) return null;
  const bytes = toBytes(byCode);
  const options = { name: aes, iv: bytes.slice(0, nonceBytes), additionalData: encode(sitting) };
  return subtle.decrypt(options, keys.key, bytes.slice(nonceBytes)).then(
    (raw) => new Uint8Array(raw),
    () => null,
  );
}

/** Seals to a public key: an ephemeral ECDH key, HKDF, AES-256-GCM. `server/store/campaign-keys.ts` opens it. */
export async function sealTo(
  subtle: SubtleCrypto,
  publicKey: string,
  about: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const theirs = await subtle.importKey('raw', toBytes(publicKey), curve, false, []);
  const own = await subtle.generateKey(curve, false, ['deriveBits']);
  const secret = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256);
  const master = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(expand('sealed'), master, { name: aes, length: 256 }, false, ['encrypt']);
  const point = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
  return `${toText(point)}.${await close(subtle, key, about, plain)}`;
}

const expand = (use: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(0),
  info: encode(`ustaz ${use}`),
});

async function close(
  subtle: SubtleCrypto,
  key: CryptoKey,
  about: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = random(nonceBytes);
  const sealed = new Uint8Array(await subtle.encrypt({ name: aes, iv, additionalData: encode(about) }, key, plain));
  const whole = new Uint8Array(nonceBytes + sealed.length);
  whole.set(iv);
  whole.set(sealed, nonceBytes);
  return toText(whole);
}
