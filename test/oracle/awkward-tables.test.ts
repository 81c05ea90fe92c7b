import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scoring/index.ts';
import { ustaz, workFolder } from './run-command.ts';

const names = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];

/** Answers 1 to 5 of so many persons to six items that go together. */
function answers(n: number): (number | string)[][] {
  const random = createRandom(3);
  return Array.from({ length: n }, () => {
    const trait = random.normal();
    return names.map(() => Math.min(5, Math.max(1, Math.round(3 + trait + random.normal()))));
  });
}

const sheet = (rows: readonly (readonly (number | string)[])[], head = names): string =>
  [head, ...rows].map((row) => row.join(',')).join('\n');

const plain = answers(240);
const tables: Readonly<Record<string, string>> = {
  'a constant column': sheet(plain.map((row) => row.map((x, j) => (j === 2 ? 3 : x)))),
  'an empty column': sheet(plain.map((row) => row.map((x, j) => (j === 2 ? '' : x)))),
  'rows of nothing': sheet(plain.map((row, i) => (i < 3 ? row.map(() => '') : row))),
  'a category nobody chose': sheet(plain.map((row) => row.map((x, j) => (j === 0 && x === 3 ? 4 : x)))),
  'two items': sheet(
    plain.map((row) => row.slice(0, 2)),
    names.slice(0, 2),
  ),
  'five persons': sheet(plain.slice(0, 5)),
  'one person': sheet(plain.slice(0, 1)),
  nobody: sheet([]),
  'all alike': sheet(plain.map((row) => row.map(() => 3))),
  'semicolons and a byte order mark': `\uFEFF${sheet(plain).replaceAll(',', ';')}`,
  'quoted headings with commas': sheet(plain, ['"first, long"', '"a ""b"" c"', 'i3', 'i4', 'i5', 'i6']),
};

/** A command gives lawful JSON (what is undefined is null there), or says in words what is wrong. */
async function told(...argv: string[]): Promise<string> {
  try {
    const { out } = await ustaz(...argv, '--json');
    JSON.parse(out);
    return 'json';
  } catch (thrown) {
    if (!(thrown instanceof Error) || !/Problem$/.test(thrown.name)) throw thrown;
    return thrown.message;
  }
}

describe('on awkward tables', () => {
  const folder = workFolder();
  let files: Record<string, string>;
  beforeAll(() => {
    files = Object.fromEntries(
      Object.entries(tables).map(([name, text], at) => [name, folder.file(`${at}.csv`, text)] as const),
    );
  });
  afterAll(folder.remove);

  it.each(Object.keys(tables))('%s: items and norms say what can be said', async (name) => {
    expect(await told('items', files[name] ?? '')).toBe('json');
    expect(await told('norms', files[name] ?? '')).toBe('json');
  });

  it('calibrate fits what varies, and says what is missing for the rest', async () => {
    const said: [string, string][] = [];
    // One after the other: they share one standard output.
    for (const [name, file] of Object.entries(files))
      said.push([name, await told('calibrate', file, '--model', 'grm')]);
    expect(Object.fromEntries(said)).toMatchObject({
      'a constant column': 'json',
      'an empty column': 'json',
      'rows of nothing': 'json',
      'a category nobody chose': 'json',
      'two items': 'json',
      'five persons': 'cannot calibrate: persons with an answer: 5, at least 10 are needed',
      'one person': 'cannot calibrate: items that vary: 0, at least 2 are needed',
      nobody: 'cannot calibrate: items that vary: 0, at least 2 are needed',
      'all alike': 'cannot calibrate: items that vary: 0, at least 2 are needed',
      'semicolons and a byte order mark': 'json',
      'quoted headings with commas': 'json',
    });
  });

  it('dif leaves out rows without a group, and names the groups there are', async () => {
    const rows = plain.map((row, i) => [...row, ['kk', 'ru', ''][i % 3] ?? '']);
    const file = folder.file('groups.csv', sheet(rows, [...names, 'lang']));
    const found = (await ustaz('dif', file, '--group', 'lang', '--focal', 'kk', '--json')).json();
    expect(found).toHaveLength(6);
    expect(await told('dif', file, '--group', 'lang', '--focal', 'en')).toBe(
      'column lang: nobody has «en»; found kk, ru',
    );
    expect(await told('dif', files['all alike'] ?? '', '--group', 'lang', '--focal', 'kk')).toContain('no column lang');
  });
});
