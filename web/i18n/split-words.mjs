/**
 * Takes the languages of the pupil's first pages apart: what the page needs before it can be used becomes one table of words
 * for each language, of which a device fetches the one that is read. Messages of later pages keep their languages: those come
 * with the page, and are few.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const languages = ['kk', 'ru', 'en'];
const tablesFile = join(here, 'word-tables.ts');
const tableId = (language) => `\0words-${language}.js`;

/** @param {string} first the file from which everything is reached that comes at once */
export function splitWords(first) {
  const keys = messagesFrom(first);
  return {
    name: 'split-words',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source.startsWith('\0words-') ? source : null),
    load(id) {
      if (id === tablesFile) return tables;
      const language = languages.find((one) => tableId(one) === id);
      return language === undefined ? null : table(keys, language);
    },
    transform(_code, id) {
      const at = keys.indexOf(/generated\/messages\/([a-z0-9_]+)\.js$/.exec(id)?.[1] ?? '');
      if (at < 0) return null;
      const code = `import { word } from '../../words.ts';\nexport const ${keys[at]} = (inputs) => word(${at}, inputs);\n`;
      return { code, map: null };
    },
  };
}

const tables = `export const wordTables = {
${languages.map((language) => `  ${language}: () => import(${JSON.stringify(tableId(language))}),`).join('\n')}
};
`;

/** A file and all that it imports at once (`import('…')` comes later). */
export function comesWith(first, found = new Set()) {
  if (found.has(first) || first.includes('/generated/')) return found;
  found.add(first);
  for (const [, target] of readFileSync(first, 'utf8').matchAll(atOnce)) comesWith(join(dirname(first), target), found);
  return found;
}

const atOnce = /^(?:import|export)\s(?!type)[^;]*?'(\.[^']+\.tsx?)';/gm;

/** Messages named in a file and in what comes with it, in an order that does not change. */
export function messagesFrom(first) {
  const named = [...comesWith(first)].flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/\bm\.([a-z][a-z0-9_]*)/g),
  ]);
  const keys = new Set(named.map(([, key]) => key));
  return [...keys].filter((key) => messageOf(key) !== null).sort();
}

function messageOf(key) {
  try {
    return readFileSync(join(here, `generated/messages/${key}.js`), 'utf8');
  } catch {
    return null;
  }
}

/** The compiled words of one language: plain text as text, the rest as the function the compiler wrote. */
function table(keys, language) {
  const words = keys.map((key) => {
    const name = `${language}_${key}`;
    const written = new RegExp(`const ${name} = (?:/\\*\\*.*?\\*/ )?([\\s\\S]*?\\n\\});?\\n`).exec(
      messageOf(key) ?? '',
    );
    if (written === null) throw new Error(`no ${language} words of «${key}» among the compiled messages`);
    return `  (${written[1]})`;
  });
  return `export const words = [\n${words.map((each) => plain(each)).join(',\n')}\n];\n`;
}

/** `() => { return `text` }` → `text`, where nothing is put into it. */
function plain(code) {
  const text = /=> \{\s*return (?:\/\*\*.*?\*\/ )?\((`(?:[^`\\$]|\\.)*`)\)\s*\}\)$/.exec(code.trim());
  return text === null ? code : `  ${text[1]}`;
}
