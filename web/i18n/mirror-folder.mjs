import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const contentOf = (path) => {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
};

/** Makes `to` equal to `from`, touching only what differs; each file appears whole (written beside, then renamed). */
export function mirrorFolder(from, to) {
  const wanted = filesIn(from);
  for (const file of wanted) {
    const content = readFileSync(join(from, file));
    if (contentOf(join(to, file))?.equals(content)) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    const beside = join(to, `${file}.${process.pid}.new`);
    writeFileSync(beside, content);
    renameSync(beside, join(to, file));
  }
  const kept = new Set(wanted);
  for (const file of filesIn(to).filter((name) => !kept.has(name))) rmSync(join(to, file), { force: true });
}
