import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Long-term release with the fix of CVE-2025-14847. */
const version = '8.0.17';
const site = 'https://fastdl.mongodb.org/';
const reachMs = 3_000;

/** Whether MongoDB's site answers at all: asked first, because a blocked network would hold the download for minutes. */
async function isReachable() {
  try {
    return (await fetch(site, { method: 'HEAD', signal: AbortSignal.timeout(reachMs) })).status < 500;
  } catch {
    return false;
  }
}

/**
 * Lets mongodb-memory-server download its mongod and puts it at `target`.
 * @returns {Promise<string | null>} why it did not work, or null
 */
export async function fetchByDownload(target, cache, progress) {
  if (!(await isReachable())) return `MongoDB's download site is not reachable from here`;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'download-'));
  try {
    const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js');
    const options = { version, downloadDir: work, checkMD5: false };
    const path = await progress.step(`Downloading mongod ${version}`, () => MongoBinary.getPath(options));
    copyFileSync(path, join(work, 'mongod-whole'));
    mkdirSync(join(target, '..'), { recursive: true });
    renameSync(join(work, 'mongod-whole'), target);
    return null;
  } catch (error) {
    return `the download failed: ${error.message.split('\n')[0]}`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
