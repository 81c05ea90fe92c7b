import { createHmac, type KeyObject } from 'node:crypto';
import { makeCode } from '../../domain/access-code.ts';

export type DerivedIds = ReturnType<typeof derivedIds>;

/**
 * Ids of a replay, derived from this installation's secret and the file's content: the same file replayed again finds
 * everything it has already sent, so that nothing arrives twice.
 */
export function derivedIds(codeKey: KeyObject, fileHash: string) {
  const bytes = (...parts: (string | number)[]): Buffer =>
    createHmac('sha256', codeKey)
      .update(['replay', fileHash, ...parts].join('|'))
      .digest();

  return {
    campaign: `replay-${fileHash.slice(0, 12)}`,
    pupil: (row: number): string => toUuid(bytes('pupil', row)),
    sitting: (row: number): string => toUuid(bytes('sitting', row)),
    batch: (row: number, number: number): string => toUuid(bytes('batch', row, number)),
    submission: (row: number): string => toUuid(bytes('submission', row)),
    code(row: number): string {
      let counter = 0;
      return makeCode((bound) => bytes('code', row, counter++).readUIntBE(0, 6) % bound);
    },
  };
}

/** 128 bits written as a UUID of version 8 (RFC 9562: custom). */
function toUuid(bytes: Buffer): string {
  const id = Buffer.from(bytes.subarray(0, 16));
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x80;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
