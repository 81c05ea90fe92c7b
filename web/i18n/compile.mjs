/**
 * Messages → web/i18n/generated: one small module per message, with types. A fault in the messages stops the build.
 * The compiler's plugin is loaded from node_modules by path, never from the network.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkMessages } from './check-messages.mjs';
import { mirrorFolder } from './mirror-folder.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const generated = join(here, 'generated');
const stampFile = join(generated, '.stamp');

/** A catalogue is three files in `messages`: a part of the pages that grows gets one of its own (`staff-live.kk.json` …). */
const catalogues = [...new Set(readdirSync(join(here, 'messages')).map((file) => file.split('.')[0]))].sort();
const settings = {
  ...JSON.parse(readFileSync(join(here, 'project.inlang/settings.json'), 'utf8')),
  'plugin.inlang.messageFormat': { pathPattern: catalogues.map((name) => `./messages/${name}.{locale}.json`) },
};
const plugin = join(here, settings.modules[0]);

/** All message files; one that is absent counts as empty, so its keys are reported missing. */
function readMessageFiles() {
  return settings['plugin.inlang.messageFormat'].pathPattern.flatMap((pattern) =>
    settings.locales.map((locale) => {
      const path = join(here, pattern.replace('{locale}', locale));
      const name = pattern.replace(/^.*\//, '').replace('.{locale}.json', '');
      return { name, locale, text: existsSync(path) ? readFileSync(path, 'utf8') : '{}' };
    }),
  );
}

/** What the output depends on: messages, settings, this file and the compiler's version. */
function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.name} ${file.locale}\n${file.text}\n`);
  hash.update(JSON.stringify(settings)).update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(readFileSync(join(root, 'node_modules/@inlang/paraglide-js/package.json')));
  return hash.digest('hex');
}

const isFresh = (stamp) => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

/** The very texts that were checked, in a project of their own: a file saved meanwhile cannot slip in unchecked. */
function writeProject(work, files) {
  const folder = join(work, 'project.inlang');
  mkdirSync(join(work, 'messages'), { recursive: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...settings, modules: [plugin] }));
  for (const file of files) writeFileSync(join(work, 'messages', `${file.name}.${file.locale}.json`), file.text);
  return folder;
}

async function generate(project, outdir) {
  const { compile } = await import('@inlang/paraglide-js');
  await compile({
    project,
    outdir,
    // The app gives the language itself (overwriteGetLocale): no cookie, no address, no server.
    strategy: ['globalVariable', 'baseLocale'],
    isServer: 'false',
    disableAsyncLocalStorage: true,
    emitTsDeclarations: true,
    emitReadme: false,
    emitGitIgnore: false,
    emitPrettierIgnore: false,
  });
}

/** Generated beside and then mirrored, so that a compiler or a watcher at work never sees a half-written folder. */
async function compileMessages(files, stamp) {
  const work = mkdtempSync(join(tmpdir(), 'ustaz-messages-'));
  const output = join(work, 'generated');
  try {
    await generate(writeProject(work, files), output);
    requireEveryKey(files, readFileSync(join(output, 'messages/_index.js'), 'utf8'));
    mkdirSync(generated, { recursive: true });
    mirrorFolder(output, generated);
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Without its plugin the compiler succeeds and writes no messages at all. */
function requireEveryKey(files, index) {
  const keys = files.flatMap((file) => Object.keys(JSON.parse(file.text)));
  const lost = keys.filter((key) => !index.includes(`/${key}.js'`));
  if (lost.length > 0) throw new Error(`the compiler wrote no module for ${[...new Set(lost)].join(', ')}`);
}

function fail(lines) {
  for (const line of lines) console.error(line);
  console.error(
    `Messages: ${lines.length} fault${lines.length === 1 ? '' : 's'} in web/i18n/messages, nothing compiled.`,
  );
  process.exit(1);
}

const files = readMessageFiles();
const faults = checkMessages(files);
if (faults.length > 0) fail(faults);
if (!existsSync(plugin)) fail([`${plugin} is missing: run «npm ci»`]);
const stamp = stampOf(files);
if (!isFresh(stamp))
  await compileMessages(files, stamp).catch((error) => fail([`the message compiler: ${error.message}`]));
