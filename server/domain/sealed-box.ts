import { createDecipheriv } from 'node:crypto';

/** Opens what a device closed with a sitting's key: nonce, text and tag as WebCrypto lays them out. Throws where it does not open. */
export function openBox(key: Buffer, about: string, box: string): Buffer {
  const bytes = Buffer.from(box, 'base64url');
  if (bytes.length < 28) throw new RangeError('openBox: too short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}
