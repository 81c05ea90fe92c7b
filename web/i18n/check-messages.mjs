/**
 * What the message compiler does not refuse by itself: it falls back silently to the base language, lets the last of
 * two equal keys win, and shows the key where no plural form fits. Each of these is a fault here.
 *
 * @typedef {{ name: string, locale: string, text: string }} MessageFile  `name` without locale, e.g. `student`
 */

const keyPattern = /^[a-z][a-z0-9_]*$/;

/** A message with variants: `[{ declarations, selectors, match }]`. */
const variantsOf = (value) => (Array.isArray(value) ? (value[0]?.match ?? {}) : { '': value });
const textsOf = (value) => Object.values(variantsOf(value));
const declarationsOf = (value) => (Array.isArray(value) ? (value[0]?.declarations ?? []) : []);

/** Names in braces, without escaped braces and the markup marks `{#b}`, `{/b}`. */
const placeholders = (text) => [...text.matchAll(/(?<!\\)\{\s*([A-Za-z_]\w*)/g)].map((match) => match[1]);

/** The parameters a caller must give, sorted: declared inputs and placeholders that are not local variables. */
export function parametersOf(value) {
  const declared = declarationsOf(value).map((line) => line.trim().split(/\s+/));
  const inputs = declared.filter(([kind]) => kind === 'input').map(([, name]) => name);
  const locals = new Set(declared.filter(([kind]) => kind === 'local').map(([, name]) => name));
  const used = textsOf(value).flatMap((text) => placeholders(String(text)));
  return [...new Set([...inputs, ...used])].filter((name) => !locals.has(name)).sort();
}

/** Plural forms of the language that no variant of the message covers (`plural=*` covers all). */
export function missingPluralForms(value, locale) {
  const plurals = declarationsOf(value)
    .map((line) => /^\s*local\s+(\w+)\s*=\s*\w+\s*:\s*plural\b(.*)$/.exec(line))
    .filter((match) => match !== null);
  return plurals.flatMap(([, name, options]) => {
    const type = options.includes('ordinal') ? 'ordinal' : 'cardinal';
    const forms = new Set(Object.keys(variantsOf(value)).flatMap((key) => formsIn(key, name)));
    if (forms.has('*')) return [];
    return new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories.filter((form) => !forms.has(form));
  });
}

const formsIn = (variantKey, selector) =>
  variantKey
    .split(',')
    .map((part) => part.trim().split('='))
    .filter(([name]) => name === selector)
    .map(([, form]) => form);

const isFilled = (value) =>
  textsOf(value).length > 0 && textsOf(value).every((text) => typeof text === 'string' && text.trim() !== '');

/** JSON.parse keeps the last of two equal keys without a word, so top-level keys are counted in the text as well. */
function repeatedKeys(text) {
  const keys = topLevelKeys(text);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

function topLevelKeys(text) {
  const keys = [];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1 && token.endsWith(':')) keys.push(JSON.parse(token.slice(0, -1)));
  }
  return keys;
}

const fileName = (file) => `${file.name}.${file.locale}.json`;

function readFile(file) {
  try {
    const messages = JSON.parse(file.text);
    const faults = repeatedKeys(file.text).map((key) => `${fileName(file)}: «${key}» stands twice in the file`);
    return { ...file, messages, faults };
  } catch (error) {
    return { ...file, messages: {}, faults: [`${fileName(file)}: is not JSON (${error.message})`] };
  }
}

function faultsOfMessage(file, key, value) {
  const at = `${fileName(file)}: «${key}»`;
  if (!keyPattern.test(key)) return [`${at} is not a key: lower-case letters, digits and _ only, no nesting`];
  if (!isFilled(value)) return [`${at} is empty or not a message`];
  return missingPluralForms(value, file.locale).map((form) => `${at} has no plural form «${form}»`);
}

/** Every language against the first that has the message, English before the others. */
function faultsBetweenLanguages(group) {
  const byRank = [...group].sort((a, b) => Number(b.locale === 'en') - Number(a.locale === 'en'));
  const keys = [...new Set(byRank.flatMap((file) => Object.keys(file.messages)))];
  return keys.flatMap((key) => {
    const base = byRank.find((file) => Object.hasOwn(file.messages, key));
    return byRank.filter((file) => file !== base).flatMap((file) => faultsAgainst(base, file, key));
  });
}

function faultsAgainst(base, file, key) {
  const at = `${fileName(file)}: «${key}»`;
  if (!Object.hasOwn(file.messages, key)) return [`${at} is missing (it stands in ${fileName(base)})`];
  const [found, wanted] = [file, base].map((each) => parametersOf(each.messages[key]).join(', '));
  return found === wanted ? [] : [`${at} takes {${found}}, but {${wanted}} in ${fileName(base)}`];
}

function faultsBetweenFiles(files) {
  const owner = new Map();
  return files.flatMap((file) =>
    Object.keys(file.messages).flatMap((key) => {
      const first = owner.get(`${file.locale} ${key}`);
      owner.set(`${file.locale} ${key}`, file);
      return first ? [`${fileName(file)}: «${key}» stands in ${fileName(first)} too`] : [];
    }),
  );
}

/**
 * Every fault in the message files, as lines that name file and key; empty when all is well.
 * @param {MessageFile[]} texts one entry per name and locale
 * @returns {string[]}
 */
export function checkMessages(texts) {
  const files = texts.map(readFile);
  return [
    ...files.flatMap((file) => file.faults),
    ...files.flatMap((file) =>
      Object.entries(file.messages).flatMap(([key, value]) => faultsOfMessage(file, key, value)),
    ),
    ...[...new Set(files.map((file) => file.name))].flatMap((name) =>
      faultsBetweenLanguages(files.filter((file) => file.name === name)),
    ),
    ...faultsBetweenFiles(files),
  ];
}
