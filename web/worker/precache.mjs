/**
 * Builds the worker beside the pages, as /sw.js, and puts into it what belongs to the pupil's page: its entry with everything
 * the entry loads, now or later. Never a staff bundle; not the guardian's page, which nobody needs without a network.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('./worker.ts', import.meta.url));
const fileName = 'sw.js';
const left = /guardian/;

export const precache = () => ({
  name: 'pupil-worker',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: source, fileName });
  },
  generateBundle(_options, bundle) {
    const worker = bundle[fileName];
    const entry = Object.values(bundle).find(
      ({ isEntry, facadeModuleId }) => isEntry && /student\/(index\.html|main\.tsx)$/.test(facadeModuleId ?? ''),
    );
    if (worker === undefined || entry === undefined) this.error('the pupil’s entry or the worker was not built');
    const files = [...filesOf(entry, bundle)].map((file) => `/${file}`).sort();
    const version = createHash('sha256').update(JSON.stringify(files)).update(worker.code).digest('hex').slice(0, 16);
    worker.code = worker.code.replaceAll(
      '__PRECACHE__',
      JSON.stringify({ version, files: [...files, '/icon.svg', '/floor.js'] }),
    );
  },
});

/** Every script and style of a chunk and of what it imports, at once or later. */
function filesOf(chunk, bundle, found = new Set()) {
  if (chunk === undefined || found.has(chunk.fileName) || left.test(chunk.fileName)) return found;
  found.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
  for (const asset of chunk.viteMetadata?.importedAssets ?? []) found.add(asset);
  for (const next of [...chunk.imports, ...chunk.dynamicImports]) filesOf(bundle[next], bundle, found);
  return found;
}
