import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

/** All files below a folder of the project, as paths relative to the project, sorted. */
export function filesBelow(folder, isWanted = () => true) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter(isWanted)
    .sort();
}

/** A hash of names and contents: the same in any clone, whatever the clocks of its files say. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    if (existsSync(join(root, file)))
      hash
        .update(`${file}\n`)
        .update(readFileSync(join(root, file)))
        .update('\n');
  }
  return hash.digest('hex');
}
