import { strToU8, unzipSync } from 'fflate';
import { UnreadableTable } from './table.ts';

/** Bytes that may come out of a file; a class list of 5,000 is under 3 MB. */
const mostUnpacked = 64_000_000;
const mostFiles = 400;

/**
 * The files of a zip by name. What it says about its sizes is added up before anything is unpacked, and unpacking stops
 * at the size that was said, so a small file cannot fill the memory. Throws `UnreadableTable`.
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean = () => true): Record<string, Uint8Array> {
  let unpacked = 0;
  let files = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files += 1;
        const takes = wanted(name);
        unpacked += takes ? originalSize : 0;
        if (unpacked > mostUnpacked || files > mostFiles) throw new UnreadableTable('too-many-rows');
        return takes;
      },
    });
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('damaged');
  }
}

const magic = strToU8('PK\u0003\u0004');

/** Does it begin as a zip does (an .xlsx is one)? */
export const isZip = (bytes: Uint8Array): boolean => magic.every((byte, index) => bytes[index] === byte);
