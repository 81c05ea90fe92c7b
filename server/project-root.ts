import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, from the sources as well as from dist/. */
export function projectRoot(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const file = join(at, 'package.json');
    if (existsSync(file) && /"name"\s*:\s*"ustaz"/.test(readFileSync(file, 'utf8'))) return at;
    if (dirname(at) === at) throw new Error('The folder of the project was not found: package.json is missing.');
  }
}
