import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listForms, loadForm } from '../../../instruments/forms.ts';
import {
  type Answers,
  assessPropensity,
  createSimulator,
  demoGroup,
  judgeQuality,
  matchFields,
  measureQuality,
  score,
  topFields,
  toValues,
} from '../../../scoring/index.ts';
import { csvRecords } from '../../../server/task/csv/csv-records.ts';
import { itemsCsv } from '../../../server/task/items-csv.ts';
import { scoreCsv } from '../../../server/task/score/score-csv.ts';
import { type NormChoice, scoringOf } from '../../../server/task/score/scoring-of.ts';

const tableOf = (form: string, people: readonly Answers[]): string => {
  const ids = loadForm(form).items.map(({ id }) => id);
  const rows = people.map((answers, index) => [`p${index}`, ...ids.map((id) => answers[id] ?? '')].join(','));
  return `${[['id', ...ids].join(','), ...rows].join('\n')}\n`;
};

async function scored(form: string, csv: string, norm?: NormChoice) {
  const output = new PassThrough({ highWaterMark: 1e9 });
  const notices: string[] = [];
  const outcome = await scoreCsv({
    input: Readable.from([Buffer.from(csv)]),
    output,
    instrument: form,
    notice: (line) => notices.push(line),
    ...(norm === undefined ? {} : { norm }),
  });
  output.end();
  const [head = [], ...lines]: string[][] = parse(await text(output));
  return {
    outcome,
    notices,
    columns: head,
    rows: lines.map((line) => new Map(head.map((name, at) => [name, line[at]]))),
  };
}

const peopleOf = (form: string, n: number, missing = 0): Answers[] => {
  const simulate = createSimulator(loadForm(form));
  return Array.from(
    { length: n },
    (_, index) =>
      simulate(index, {
        ...demoGroup({ language: 'kk', rural: index % 2 === 0 }),
        missing,
        kind: index % 5 === 4 ? 'random' : 'sincere',
      }).answers,
  );
};

const orBlank = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

describe('scoring a table of the whole battery', () => {
  it.each<[string, NormChoice | undefined]>([
    ['anchored answers only', undefined],
    ['a norm and a reference', { kind: 'simulated', language: 'kk' }],
  ])(
    'writes what the engine says of each person, to the last digit: %s',
    async (_name, norm) => {
      const people = peopleOf('kasip-9', 40, 0.01);
      const { rows, outcome } = await scored('kasip-9', tableOf('kasip-9', people), norm);
      expect(outcome).toMatchObject({ rows: 40, bad: 0, exitCode: 0 });
      const { plan, quality, propensity, careers } = scoringOf('kasip-9', norm);
      if (propensity === null || careers === null) throw new Error('the battery has both');
      const order = Int32Array.from(plan.itemIds, (_, index) => index);
      for (const [index, answers] of people.entries()) {
        const row = rows[index];
        const scores = score(plan, answers);
        for (const one of scores.scales) {
          const cells = ['raw', 'mean', 't', 'stanine', 'sem'].map((name) => row?.get(`${one.scale}.${name}`));
          const { raw, mean, t, stanine, sem } =
            one.kind === 'scored' ? one : { raw: null, mean: null, t: null, stanine: null, sem: null };
          expect(cells).toEqual([raw, mean, t, stanine, sem].map(orBlank));
        }
        const verdict = judgeQuality(quality, measureQuality(quality, { values: toValues(plan, answers), order }));
        expect(row?.get('quality.state')).toBe(verdict.state);
        expect(row?.get('quality.score')).toBe(orBlank(verdict.score));
        expect(row?.get('quality.flags')).toBe(verdict.flags.map(({ flag }) => flag).join('|'));
        const assessed = assessPropensity(propensity, scores, { trusted: verdict.state !== 'repeat-offered' });
        expect(row?.get('propensity.state')).toBe(assessed.state);
        expect(row?.get('propensity.basis')).toBe(assessed.basis);
        const met = assessed.pathways.filter(({ status }) => status === 'met').map(({ id }) => id);
        expect(row?.get('propensity.pathways')).toBe(met.join('|'));
        const { index: found } = assessed;
        expect(Number(row?.get('propensity.t') || 0)).toBeCloseTo(found?.t ?? 0, 10);
        expect(Number(row?.get('propensity.atLeast') || 0)).toBeCloseTo(found?.atLeast ?? 0, 10);
        const fits = matchFields(careers, scores);
        if (fits.kind === 'insufficient') continue;
        expect(row?.get('fields.first')).toBe(
          topFields(fits.fields, 5)
            .map(({ field }) => field)
            .join('|'),
        );
        expect(row?.get('fields.teaching')).toBe(
          topFields(fits.teaching, 3)
            .map(({ field }) => field)
            .join('|'),
        );
      }
    },
    60_000,
  );

  it('gives the themes of the law, which are for groups, a mean and its error and no T', async () => {
    const csv = tableOf('kasip-9', peopleOf('kasip-9', 20));
    const { rows } = await scored('kasip-9', csv, { kind: 'simulated', language: 'kk' });
    const cells = (name: string): string[] =>
      rows.flatMap((row) => [...row].flatMap(([column, cell]) => (column.endsWith(name) ? [cell ?? ''] : [])));
    const themes = ['dignity', 'ethics', 'continuity', 'tolerance', 'humanity'].map((id) => `theme-${id}`);
    for (const theme of themes) {
      expect(cells(`${theme}.mean`).filter((cell) => cell !== '').length).toBeGreaterThan(15);
      expect(new Set(cells(`${theme}.t`)), theme).toEqual(new Set(['']));
      expect(new Set(cells(`${theme}.stanine`)), theme).toEqual(new Set(['']));
    }
    expect(cells('teaching-motives.t').filter((cell) => cell !== '').length).toBeGreaterThan(15);
  });

  it.each(listForms())('scores and analyses %s whole: every declared scale, every rated item', async (form) => {
    const csv = tableOf(form, peopleOf(form, 30));
    const { columns, outcome, rows } = await scored(form, csv);
    expect(outcome.exitCode).toBe(0);
    const { scales } = loadForm(form);
    for (const { id } of scales) expect(columns).toContain(`${id}.mean`);
    expect(columns).toContain('quality.state');
    expect(columns.includes('propensity.state')).toBe(form === 'kasip-9');
    expect(rows.every((row) => ['valid', 'review', 'repeat-offered'].includes(row.get('quality.state') ?? ''))).toBe(
      true,
    );
    const report = await itemsCsv({
      input: Readable.from([Buffer.from(csv)]),
      instrument: form,
      notice: () => undefined,
    });
    const rated = scales.filter(({ score: kind }) => ['mean', 'sum', 'weighted', 'match-count'].includes(kind));
    expect(report.scales.map(({ scale }) => scale)).toEqual(rated.map(({ id }) => id));
    for (const { scale, items } of report.scales) {
      expect(items).toHaveLength(rated.find(({ id }) => id === scale)?.items?.length ?? -1);
    }
  });

  it('names bad cells of a battery by line and column and ends with 2', async () => {
    const [first = {}, second = {}] = peopleOf('kasip-9', 2);
    const csv = tableOf('kasip-9', [{ ...first, W1: 3 }, second]);
    const { outcome, notices, rows } = await scored('kasip-9', csv);
    expect(outcome).toEqual({ rows: 1, bad: 1, exitCode: 2 });
    expect(notices).toContain('line 2, column W1: found «3», expected 1, 2 or blank');
    expect(rows.map((row) => row.get('id'))).toEqual(['p1']);
  });
});

describe('rows of a table', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '1', '5', '12', 'ә', 'иә', 'a b', "it's"),
    fc.string({ maxLength: 4 }).filter((one) => !/[\r\n\0]/.test(one)),
  );
  const line = fc.array(cell, { minLength: 2, maxLength: 6 });

  it('are those of a parser, whatever pieces they come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (lines, size, windows) => {
          const end = windows ? '\r\n' : '\n';
          const quoted = (one: string): string => (/[",]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
          const csv = ['id,v', ...lines.map((cells) => cells.map(quoted).join(','))].join(end);
          const bytes = Buffer.from(csv);
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          );
          const ours: (readonly string[])[] = [];
          for await (const record of csvRecords(Readable.from(pieces))) ours.push(record.cells);
          const theirs: string[][] = parse(bytes, {
            relax_column_count: true,
            relax_quotes: true,
            skip_empty_lines: true,
            record_delimiter: end,
          });
          expect(ours).toEqual(theirs);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('know their line, also after a quotation mark', async () => {
    const csv = 'id,v\na,1\n\nb,2\n"c, d",3\ne,"x\ny"\nf,4\n';
    const lines: [number, string | undefined][] = [];
    for await (const { line: at, cells } of csvRecords(Readable.from([Buffer.from(csv)]))) lines.push([at, cells[0]]);
    expect(lines).toEqual([
      [1, 'id'],
      [2, 'a'],
      [4, 'b'],
      [5, 'c, d'],
      [7, 'e'],
      [8, 'f'],
    ]);
  });
});
