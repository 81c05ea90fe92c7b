import { createReadStream } from 'node:fs';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadInstrument, loadNorms } from '../../../instruments/load.ts';
import { type Answers, compile, createSimulator, score } from '../../../scoring/index.ts';
import { seenIds } from '../../../server/task/csv/seen-ids.ts';
import { itemsCsv } from '../../../server/task/items-csv.ts';
import { scoreCsv } from '../../../server/task/score/score-csv.ts';
import { shelfIsAbsent, shelfIsThere } from '../../oracle/shelf.ts';

const instrument = loadInstrument('personality-ipip50');
const norm = loadNorms('personality-ipip50')[0];
const plan = compile(instrument, norm);
const items = plan.itemIds;
const OPEN_ANSWERS = new URL('../../../../shared/data/ipip50-ages-13-16.csv', import.meta.url);

const header = (separator = ','): string => ['id', ...items].join(separator);
const row = (id: string, answers: Answers, separator = ','): string =>
  [id, ...items.map((item) => answers[item] ?? '')].join(separator);
const simulate = createSimulator(instrument, norm === undefined ? {} : { norm });
const sheet = (seed: number): Answers => simulate(seed).answers;
const PLAIN = [header(), row('a', sheet(1)), row('b', sheet(2))].join('\n');

async function run(csv: string | Buffer, size = 64_000) {
  const bytes = Buffer.from(csv);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const output = new PassThrough({ highWaterMark: 1e9 });
  const notices: string[] = [];
  const outcome = await scoreCsv({
    input: Readable.from(pieces),
    output,
    instrument: 'personality-ipip50',
    notice: (line) => notices.push(line),
  });
  output.end();
  const lines = (await text(output)).trimEnd().split('\n');
  const columns = lines[0]?.split(',') ?? [];
  const rows = lines
    .slice(1)
    .map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])));
  return { outcome, notices, lines, rows };
}

const analyse = (csv: string) =>
  itemsCsv({ input: Readable.from([csv]), instrument: 'personality-ipip50', notice: () => {} });

describe('score a CSV', () => {
  it('writes five columns a scale, to the last digit of what score gives', async () => {
    const { rows, outcome, lines } = await run(PLAIN);
    expect(outcome).toEqual({ rows: 2, bad: 0, exitCode: 0 });
    expect(lines[0]?.split(',').slice(0, 6)).toEqual([
      'id',
      'extraversion.raw',
      'extraversion.mean',
      'extraversion.t',
      'extraversion.stanine',
      'extraversion.sem',
    ]);
    for (const [index, id] of ['a', 'b'].entries()) {
      expect(rows[index]?.id).toBe(id);
      for (const scale of score(plan, sheet(index + 1)).scales) {
        if (scale.kind !== 'scored') throw new Error('a complete sheet must be scored');
        const at = (column: string) => Number(rows[index]?.[`${scale.scale}.${column}`]);
        expect([at('raw'), at('mean'), at('t'), at('stanine'), at('sem')]).toEqual([
          scale.raw,
          scale.mean,
          scale.t,
          scale.stanine,
          scale.sem,
        ]);
      }
    }
  });

  it('names the norm it used', async () => {
    expect((await run(PLAIN)).notices.join('\n')).toContain('ipip50-en-13-16-2012 1.0.0 (n = 1562, provisional)');
  });

  it.each<[string, string | Buffer]>([
    ['a byte order mark', `\uFEFF${PLAIN}`],
    ['CRLF', PLAIN.replaceAll('\n', '\r\n')],
    ['a last line break', `${PLAIN}\n`],
    ['empty lines', PLAIN.replaceAll('\n', '\n\n')],
    ['semicolons', PLAIN.replaceAll(',', ';')],
    ['tabs', PLAIN.replaceAll(',', '\t')],
    [
      'quoted cells',
      PLAIN.split('\n')
        .map((line) =>
          line
            .split(',')
            .map((cell) => `"${cell}"`)
            .join(','),
        )
        .join('\n'),
    ],
    ['spaces around cells', PLAIN.replaceAll(',', ' , ')],
    [
      'empty cells beyond the header',
      PLAIN.split('\n')
        .map((line, index) => (index === 0 ? line : `${line},,`))
        .join('\n'),
    ],
    ['decimals as statistics programs write them', PLAIN.replace(/,([1-5])(?=,|\n|$)/g, ',$1.0')],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${PLAIN}`, 'utf16le')],
  ])('takes %s', async (_name, csv) => {
    const plain = await run(PLAIN);
    const other = await run(csv);
    expect(other.lines.map((line) => line.replaceAll(/ (?=,)/g, ''))).toEqual(plain.lines);
    expect(other.outcome.exitCode).toBe(0);
  });

  it('reads the same whatever pieces the file arrives in', async () => {
    const plain = await run(PLAIN);
    for (const size of [1, 7, 100]) expect((await run(PLAIN, size)).lines).toEqual(plain.lines);
  });

  it('gives a person without an id the number of the row, bad rows counted', async () => {
    const csv = [items.join(','), row('', { ...sheet(1), E1: 9 }).slice(1), row('', sheet(2)).slice(1)].join('\n');
    expect((await run(csv)).rows.map(({ id }) => id)).toEqual(['2']);
  });

  it('passes over other columns and names them once', async () => {
    const csv = PLAIN.split('\n').map((line, i) => `${i === 0 ? 'age' : '15'},${line},${i === 0 ? 'note' : 'x'}`);
    const { notices, outcome } = await run(csv.join('\n'));
    expect(notices.filter((line) => line.includes('passed over'))).toEqual(['columns passed over: age, note']);
    expect(outcome.rows).toBe(2);
  });

  it('takes a blank for a missing answer, and leaves the cells of an insufficient scale blank', async () => {
    const { E1: _a, E2: _b, ...eight } = sheet(1);
    const { E3: _c, ...seven } = eight;
    const { rows } = await run([header(), row('8', eight), row('7', seven)].join('\n'));
    const scored = score(plan, eight).scales[0];
    expect(Number(rows[0]?.['extraversion.raw'])).toBe(scored?.kind === 'scored' ? scored.raw : Number.NaN);
    expect(['raw', 'mean', 't', 'stanine', 'sem'].map((column) => rows[1]?.[`extraversion.${column}`])).toEqual([
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(rows[1]?.['openness.raw']).not.toBe('');
  });

  it('names bad cells by line and column, scores the good rows, and ends with 2', async () => {
    const bad = { ...sheet(2), E5: 7, O10: 0 };
    const { rows, notices, outcome } = await run(
      [header(), row('a', sheet(1)), row('b', bad), row('c', sheet(3))].join('\n'),
    );
    expect(notices).toContain('line 3, column E5: found «7», expected 1, 2, 3, 4, 5 or blank');
    expect(notices).toContain('line 3, column O10: found «0», expected 1, 2, 3, 4, 5 or blank');
    expect(rows.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(outcome).toEqual({ rows: 2, bad: 1, exitCode: 2 });
  });

  it.each(['N/A', 'NaN', 'na', 'null', 'x', '3.5', '-1', '1e0', '33', '٣', '#REF!'])(
    'does not guess what «%s» means',
    async (cell) => {
      const line = row('a', sheet(1)).split(',');
      line[1] = cell;
      const { notices, outcome } = await run([header(), line.join(',')].join('\n'));
      expect(outcome).toEqual({ rows: 0, bad: 1, exitCode: 2 });
      expect(notices.join('\n')).toContain(`line 2, column E1: found «${cell}»`);
    },
  );

  it.each(['NA', ' NA ', ' '])(
    'takes «%s» for blank, to score as to analyse, whatever stands beside it',
    async (cell) => {
      const line = (blank: string) => row('a', sheet(1)).split(',').with(3, blank).join(',');
      const [blank, other] = await Promise.all(['', cell].map((one) => run([header(), line(one)].join('\n'))));
      expect([other?.lines, other?.outcome]).toEqual([blank?.lines, { rows: 1, bad: 0, exitCode: 0 }]);
      const [items, same] = await Promise.all(['', cell].map((one) => analyse([header(), line(one)].join('\n'))));
      expect(same).toEqual(items);
    },
  );

  it.each(['NaN', 'N/A', 'null', '-'])(
    'does not take «%s» for an answer or for blank in the analysis either',
    async (cell) => {
      const line = row('a', sheet(1)).split(',').with(1, cell).join(',');
      expect(await analyse([header(), line].join('\n'))).toMatchObject({ rows: 0, bad: 1, exitCode: 2 });
    },
  );

  it('tells which ids stand there again, and scores every row', async () => {
    const ids = ['a', 'b', ' a', 'c', 'b', 'a', ''];
    const { rows, notices, outcome } = await run([header(), ...ids.map((id, at) => row(id, sheet(at)))].join('\n'));
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(outcome).toEqual({ rows: 7, bad: 0, exitCode: 0 });
    expect(notices.filter((line) => /\bid\b/.test(line))).toEqual([
      'line 4, column id: «a» stands on line 2 already',
      'line 6, column id: «b» stands on line 3 already',
      'line 7, column id: «a» stands on line 2 already',
      '1 row without an id; taken all the same',
      '3 rows with an id that stood there before; every one is taken',
    ]);
    expect((await run(PLAIN)).notices.join()).not.toMatch(/stands on|stood there/);
  });

  it('finds every repeated id among many, and takes no two different ones for one', () => {
    const seen = seenIds();
    const found = (offset: number) =>
      Array.from({ length: 100_000 }, (_, i) => seen(`pupil-${i}`, i + offset)).map((line, i) => line === i);
    expect(found(0).includes(true)).toBe(false);
    expect(found(500_000).includes(false)).toBe(false);
  });

  it('knows lines apart from rows: a quoted cell may hold a line break', async () => {
    const csv = [header(), `"a\nb",${row('', sheet(1)).slice(1)}`, row('c', { ...sheet(2), E1: 8 })].join('\n');
    const { notices, lines } = await run(csv);
    expect(notices.join('\n')).toContain('line 4, column E1');
    expect(lines[1]).toBe('"a');
  });

  it('refuses a row with a cell too few or too many', async () => {
    const [short, long] = [row('a', sheet(1)).slice(0, -2), `${row('b', sheet(2))},5`];
    const { notices, outcome } = await run([header(), short, long, row('c', sheet(3))].join('\n'));
    expect(notices).toContain('line 2, column (all): found 50 cells, expected 51 cells, as in the header');
    expect(notices).toContain('line 3, column (all): found 52 cells, expected 51 cells, as in the header');
    expect(outcome).toEqual({ rows: 1, bad: 2, exitCode: 2 });
  });

  it('counts an item without a column as not answered, and says so', async () => {
    const few = items.filter((id) => id.startsWith('E'));
    const csv = [few.join(','), few.map((id) => sheet(1)[id]).join(',')].join('\n');
    const { notices, rows } = await run(csv);
    expect(notices.join('\n')).toContain('items without a column, counted as not answered: A1, C1');
    expect(rows[0]).toMatchObject({ 'agreeableness.raw': '' });
    expect(rows[0]?.['extraversion.raw']).not.toBe('');
  });

  it.each([
    ['an empty file', '', 'the file is empty'],
    ['a file of spaces and breaks', '\n\n', 'the file is empty'],
    ['a table of something else', 'name,age\nA,3', 'no column is named after an item; found name, age'],
    ['rows without a header', `x${row('', sheet(1))}`, 'no column is named after an item'],
    ['an item in two columns', `${header()},E1\n`, 'column E1 stands there twice'],
    ['two id columns', `id,${header()}\n`, 'column id stands there twice'],
    ['a quotation mark that never closes', `${header()}\n"a,1,2\n${row('b', sheet(1))}`, 'never closed'],
  ])('refuses %s', async (_name, csv, message) => {
    await expect(run(csv)).rejects.toThrow(message);
  });

  it('gives only the header for a file without rows', async () => {
    expect((await run(header())).lines).toHaveLength(1);
  });

  it('the order of columns and of rows never matters', async () => {
    const people = [1, 2, 3].map((seed) => ({ id: `p${seed}`, answers: sheet(seed) }));
    const inOrder = await run([header(), ...people.map(({ id, answers }) => row(id, answers))].join('\n'));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...items], { minLength: 50 }),
        fc.shuffledSubarray(people, { minLength: 3 }),
        async (columns, persons) => {
          const body = persons.map(({ id, answers }) => [...columns.map((item) => answers[item]), id].join(','));
          const { lines } = await run([[...columns, 'id'].join(','), ...body].join('\n'));
          expect([...lines].sort()).toEqual([...inOrder.lines].sort());
        },
      ),
      { numRuns: 20 },
    );
  });

  it('waits for an output that is slow: what is held back stays small', async () => {
    let [written, most] = [0, 0];
    const output = new Writable({
      highWaterMark: 1,
      decodeStrings: false,
      write(piece: string, _encoding, done) {
        written += piece.length;
        most = Math.max(most, output.writableLength);
        setTimeout(done, 2);
      },
    });
    const input = Readable.from([
      `${header()}\n`,
      ...Array.from({ length: 2000 }, (_, i) => `${row(`p${i}`, sheet(i))}\n`),
    ]);
    const outcome = await scoreCsv({ input, output, instrument: 'personality-ipip50', notice: () => {} });
    expect(outcome.rows).toBe(2000);
    expect(written).toBeGreaterThan(300_000);
    expect(most).toBeLessThan(100_000);
  });
});

if (!shelfIsThere) it.skip(shelfIsAbsent, () => {});

describe.runIf(shelfIsThere)('1,562 real answer sheets', () => {
  it('α to 1e-8, and means, from the file', async () => {
    const report = await itemsCsv({
      input: createReadStream(OPEN_ANSWERS),
      instrument: 'personality-ipip50',
      notice: () => {},
    });
    const expected = norm?.scales ?? {};
    expect(report).toMatchObject({
      instrument: 'personality-ipip50',
      version: '1.0.0',
      rows: 1562,
      bad: 0,
      exitCode: 0,
    });
    for (const { scale, n, alpha, mean, sd, complete } of report.scales) {
      expect([n, complete]).toEqual([1562, 1562]);
      expect(Math.abs((alpha ?? 0) - (expected[scale]?.reliability ?? 0))).toBeLessThan(1e-8);
      expect(Math.abs((mean ?? 0) - (expected[scale]?.mean ?? 0))).toBeLessThan(1e-9);
      expect(Math.abs((sd ?? 0) - (expected[scale]?.sd ?? 0))).toBeLessThan(1e-9);
    }
    expect(report.scales.map(({ alpha }) => alpha?.toFixed(4))).toEqual([
      '0.8934',
      '0.8344',
      '0.7851',
      '0.8367',
      '0.7904',
    ]);
  });
});

describe('items of a CSV', () => {
  it('leaves bad rows out, keeps incomplete ones where they can be used', async () => {
    const { E1: _, ...nine } = sheet(3);
    const lines = [
      header(),
      ...[1, 2, 4, 5, 6].map((seed) => row(`p${seed}`, sheet(seed))),
      row('n', nine),
      row('b', { ...sheet(7), A1: 9 }),
    ];
    const report = await analyse(lines.join('\n'));
    expect(report).toMatchObject({ rows: 6, bad: 1, exitCode: 2 });
    expect(report.scales[0]).toMatchObject({ n: 6, complete: 5 });
    expect(report.scales[1]).toMatchObject({ n: 6, complete: 6 });
    expect(report.scales[0]?.items[0]).toMatchObject({ item: 'E1', n: 5 });
  });

  it('gives nulls, never NaN, where nothing can be said', async () => {
    for (const csv of [header(), `${header()}\n${row('a', sheet(1))}`, `${header()}\n${row('a', {})}`]) {
      const report = await analyse(csv);
      expect(report.scales[0]).toMatchObject({ alpha: null, sd: null });
      expect(JSON.stringify(report, (_key, value) => (Number.isNaN(value) ? 'NaN' : value))).not.toContain('NaN');
    }
  });
});
