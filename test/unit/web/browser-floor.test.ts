import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importsOfFile } from '../../architecture/read-imports.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** What came after Chrome 90, Firefox 90 and Safari 15: the build lowers syntax, and adds nothing that is missing at run time. */
const tooNew = [
  /\.at\(/,
  /\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|with|replaceChildren)\(/,
  /Object\.(hasOwn|groupBy)\(/,
  /\b(structuredClone|AbortSignal\.(timeout|any)|Promise\.withResolvers|Array\.fromAsync)\b/,
  /\bcrypto\.randomUUID\(/,
  /new [A-Z]\w*Error\([^)]*\{ ?cause/,
  /\/[dgimsuy]*v[dgimsuy]*\.test/,
];

/** Every file of ours that a page brings to the browser, starting from its entry. */
function broughtBy(entry: string): string[] {
  const found = new Set([entry]);
  for (const file of found) {
    if (file.includes('/generated/') || !/\.(ts|tsx)$/.test(file)) continue;
    for (const { target, typesOnly } of importsOfFile(root, file)) {
      if (!typesOnly && /^(web|scoring|instruments)\//.test(target)) found.add(target);
    }
  }
  return [...found].filter((file) => /\.(ts|tsx)$/.test(file));
}

it('brings nothing to a pupil’s browser that older ones do not know', () => {
  const files = broughtBy('web/student/main.tsx');
  expect(files.length).toBeGreaterThan(40);
  const wrong = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return tooNew.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern.source}`);
  });
  expect(wrong).toEqual([]);
});

it('knows its own list', () => {
  const samples = [
    'list.at(-1)',
    'Object.hasOwn(a, b)',
    'structuredClone(a)',
    'crypto.randomUUID()',
    'list.findLast(f)',
  ];
  for (const sample of samples) expect(tooNew.some((pattern) => pattern.test(sample))).toBe(true);
  expect(tooNew.some((pattern) => pattern.test('list.map(f).concat(g); new Intl.DateTimeFormat()'))).toBe(false);
});
