import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench } from './open-bench.ts';
import { type Part, parts } from './parts.ts';
import { say } from './timing.ts';

/**
 * `npm run bench report -- [--full] [--openly] [--folder F] [--part fill|count|release|read|ingest|battery]`: region and national report over
 * HTTP beside DuckDB and a MongoDB pipeline, in one run, with a tenth of the results and with all of them. By default
 * 30,000 results, with `--full` 300,000. With a folder that is kept, the parts can be run one by one.
 */
const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    pupils: { type: 'string' },
    folder: { type: 'string' },
    part: { type: 'string', multiple: true },
    /** Every release without disclosure control: at full size it takes minutes, and what is read is as large. */
    openly: { type: 'boolean', default: false },
    /** Only this size: `tenth` or `all`. */
    size: { type: 'string' },
  },
});
const pupils = Number(values.pupils ?? (values.full ? 300_000 : 30_000));
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'ustaz-report-'));
const isPart = (name: string): name is Part => Object.hasOwn(parts, name);
/** The battery's takes minutes of a solver's work: only when asked for. */
const usual = Object.keys(parts).filter((name) => name !== 'battery');
const chosen = (values.part ?? usual).filter(isPart);
const sizes = { tenth: Math.round(pupils / 10), all: pupils };

try {
  for (const [size, count] of Object.entries(sizes)) {
    if (values.size !== undefined && values.size !== size) continue;
    say(`— ${count} results`);
    const bench = await openBench(join(folder, size), count, values.openly);
    try {
      for (const part of chosen) await parts[part](bench);
    } finally {
      await bench.close();
    }
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
