import { afterAll, describe, expect, it } from 'vitest';
import type { ResponseMatrix } from '../../scoring/math/response-matrix.ts';
import { dichotomousItems, gradedItems, simulatedResponses } from '../unit/scoring/simulated-responses.ts';
import { lsatResponses } from './fixtures/lsat.ts';
import { mantelHaenszelOracle } from './fixtures/mantel-haenszel.ts';
import { ustaz, workFolder } from './run-command.ts';

const work = workFolder();
afterAll(work.remove);

const rowsOf = ({ n, k, values }: ResponseMatrix): string[][] =>
  Array.from({ length: n }, (_, row) =>
    Array.from(values.subarray(row * k, (row + 1) * k), (x) => (Number.isNaN(x) ? '' : String(x))),
  );
const names = (k: number): string[] => Array.from({ length: k }, (_, j) => `Q${j + 1}`);
const csv = (header: readonly string[], rows: readonly (readonly string[])[], separator = ','): string =>
  `${[header, ...rows].map((cells) => cells.join(separator)).join('\n')}\n`;
const graded = rowsOf(simulatedResponses(gradedItems(6, 3), { n: 700, seed: 4 }));
const plain = work.file('plain.csv', csv(names(6), graded));

describe('calibrate and theta on the LSAT, as published', () => {
  const lsat6 = work.file('lsat6.csv', csv(names(5), rowsOf(lsatResponses('lsat6'))));
  const lsat7 = work.file('lsat7.csv', csv(names(5), rowsOf(lsatResponses('lsat7'))));

  it('2PL: slopes, difficulties, log-likelihood', async () => {
    const { json, code } = await ustaz('calibrate', lsat6, '--model', '2pl', '--json');
    const report = json();
    expect(code).toBe(0);
    expect(report).toMatchObject({ model: '2pl', n: 1000, converged: true, priors: false, dropped: [], warnings: [] });
    expect(report.logLik).toBeCloseTo(-2466.6534, 3);
    const a = [0.82566, 0.72274, 0.89087, 0.68837, 0.65686];
    const b = [-3.3588, -1.3701, -0.2797, -1.8664, -3.1259];
    for (const [i, item] of report.items.entries()) {
      expect(item).toMatchObject({ item: `Q${i + 1}`, categories: [[0], [1]], collapsed: false });
      expect(Math.abs(item.a - (a[i] ?? 0))).toBeLessThan(1e-3);
      expect(Math.abs(item.b[0] - (b[i] ?? 0))).toBeLessThan(5e-3);
      expect(item.se.a).toBeGreaterThan(0.1);
    }
  });

  it('Rasch: slope one with a variance, and the same items on θ ~ N(0, 1)', async () => {
    const report = (await ustaz('calibrate', lsat6, '--model', 'rasch', '--json')).json();
    expect(report.variance).toBeCloseTo(0.5702, 3);
    expect(report.standardised[0].a).toBeCloseTo(0.7551, 3);
    expect(report.standardised[0].b[0]).toBeCloseTo(-3.6153, 2);
    const scores = await ustaz(
      'theta',
      lsat6,
      '--params',
      work.file('rasch.json', JSON.stringify(report)),
      '--method',
      'wle',
      '--json',
    );
    const bySum = new Map(
      rowsOf(lsatResponses('lsat6')).map((row, i) => [row.filter((x) => x === '1').length, scores.json()[i].theta]),
    );
    const expected = [-4.2651, -2.8124, -1.8863, -1.0529, -0.1392, 1.3014];
    for (const [sum, theta] of expected.entries()) expect(Math.abs(bySum.get(sum) - theta)).toBeLessThan(1e-3);
  });

  it('θ by row, null where there is none', async () => {
    const params = (await ustaz('calibrate', lsat7, '--model', '2pl', '--json')).out;
    const file = work.file('lsat7.json', params);
    const rows = work.file(
      'some.csv',
      csv(names(5), [
        ['0', '0', '0', '0', '0'],
        ['', '', '', '', ''],
        ['1', '0', '1', '', '1'],
      ]),
    );
    const eap = (await ustaz('theta', rows, '--params', file, '--method', 'eap', '--json')).json();
    expect(eap[0].theta).toBeCloseTo(-1.8698, 3);
    expect(eap[0].se).toBeCloseTo(0.6927, 3);
    expect(eap[1]).toEqual({ row: 2, theta: null, se: null });
    expect(eap[2].row).toBe(3);
    const mle = (await ustaz('theta', rows, '--params', file, '--method', 'mle', '--json')).json();
    expect([mle[0].theta, mle[1].theta, typeof mle[2].theta]).toEqual([null, null, 'number']);
  });
});

describe('what a table may look like', () => {
  const reference = () => ustaz('calibrate', plain, '--model', 'grm', '--json').then(({ json }) => json());

  it.each<[string, string | Buffer]>([
    [
      'semicolons, CRLF, quotes and a byte order mark',
      `\uFEFF${csv(
        names(6).map((n) => `"${n}"`),
        graded.map((r) => r.map((c) => `"${c}"`)),
        ';',
      ).replaceAll('\n', '\r\n')}`,
    ],
    [
      'an id, a group and an age beside the items',
      csv(
        ['id', 'lang', ...names(6), 'age'],
        graded.map((r, i) => [`p${i}`, i % 2 ? 'kk' : 'ru', ...r, String(10 + (i % 50))]),
      ),
    ],
    [
      'answers from 1',
      csv(
        names(6),
        graded.map((r) => r.map((c) => String(Number(c) + 1))),
      ),
    ],
    [
      'gaps between the answers',
      csv(
        names(6),
        graded.map((r) => r.map((c) => String(Number(c) * 3))),
      ),
    ],
    [
      'persons who answered nothing',
      csv(names(6), [...graded, ['', '', '', '', '', ''], ['NA', 'NA', '', '', '', '']]),
    ],
    [
      'items nobody answered, or everybody alike',
      csv(
        [...names(6), 'never', 'same'],
        graded.map((r) => [...r, '', '3']),
      ),
    ],
  ])('%s: the same parameters', async (name, content) => {
    const { json, told, code } = await ustaz('calibrate', work.file('shape.csv', content), '--model', 'grm', '--json');
    const [expected, got] = [await reference(), json()];
    expect(code).toBe(0);
    expect(got.n).toBe(700);
    expect(got.logLik).toBeCloseTo(expected.logLik, 6);
    expect(got.items.map((item: { a: number }) => item.a.toFixed(6))).toEqual(
      expected.items.map((item: { a: number }) => item.a.toFixed(6)),
    );
    if (name.startsWith('an id'))
      expect(told.match(/columns passed over: id, lang \(no whole numbers\), age/g)).toHaveLength(1);
    if (name.startsWith('items'))
      expect(got.dropped).toEqual([
        { item: 'never', reason: 'nobody answered' },
        { item: 'same', reason: 'everybody gave one answer' },
      ]);
  });

  it('names bad cells by line and column, leaves their rows out, and says so by the exit code', async () => {
    const rows = graded.map((r) => [...r]);
    rows[3] = ['x', ...(rows[3] ?? []).slice(1)];
    rows[9] = ['2.5', ...(rows[9] ?? []).slice(1)];
    const file = work.file('bad.csv', csv(names(6), rows));
    const { told, code, json } = await ustaz('calibrate', file, '--model', 'grm', '--json');
    expect(code).toBe(2);
    expect(json().n).toBe(698);
    expect(told).toContain('line 5, column Q1: found «x», expected a whole number or blank');
    expect(told).toContain('line 11, column Q1: found «2.5»');
    const params = work.file('bad.json', (await ustaz('calibrate', plain, '--model', 'grm', '--json')).out);
    const thetas = (await ustaz('theta', file, '--params', params, '--json')).json();
    expect(thetas).toHaveLength(700);
    expect([thetas[3], typeof thetas[4].theta]).toEqual([{ row: 4, theta: null, se: null }, 'number']);
  });

  it.each([
    ['a column twice', csv(['Q1', 'Q2', 'Q1'], [['1', '2', '3']]), 'column Q1 stands there twice'],
    ['nothing', '', 'the file is empty'],
    ['only a header', csv(names(3), []), 'cannot calibrate: items that vary: 0, at least 2'],
    ['no answers', csv(['name', 'town'], [['a', 'b']]), 'no column holds answers'],
  ])('refuses %s in one line', async (_, content, message) => {
    await expect(ustaz('calibrate', work.file('no.csv', content), '--model', 'grm')).rejects.toThrow(message);
  });

  it('refuses 2pl for more than two answers, and names the columns', async () => {
    await expect(ustaz('calibrate', plain, '--model', '2pl')).rejects.toThrow(/2pl is for two answers; more are in Q1/);
  });
});

describe('small samples', () => {
  const small = work.file(
    'small.csv',
    csv(names(8), rowsOf(simulatedResponses(dichotomousItems(8, 5), { n: 200, seed: 6 }))),
  );

  it('priors under 500 persons, said; none on request', async () => {
    const held = await ustaz('calibrate', small, '--model', '2pl', '--json');
    expect(held.json()).toMatchObject({ priors: true, converged: true });
    expect(held.told).toContain('priors held the parameters');
    const free = (await ustaz('calibrate', small, '--model', '2pl', '--no-priors', '--json')).json();
    expect(free.priors).toBe(false);
    expect(free.logLik).toBeGreaterThan(held.json().logLik);
  });

  it('joins rare answers, says which, and keeps them on request', async () => {
    const rare = graded.map((r, i) => (r[0] === '4' && i > 20 ? ['3', ...r.slice(1)] : r));
    const file = work.file('rare.csv', csv(names(6), rare));
    const joined = (await ustaz('calibrate', file, '--model', 'grm', '--json')).json();
    expect(joined.items[0]).toMatchObject({ collapsed: true, categories: [[0], [1], [2], [3, 4]] });
    const kept = (await ustaz('calibrate', file, '--model', 'grm', '--min-count', '1', '--json')).json();
    expect(kept.items[0].b).toHaveLength(4);
  });
});

describe('dif', () => {
  it('Mantel–Haenszel as R has it; swapping the groups turns the odds ratio over', async () => {
    const { rows, groups, expected } = mantelHaenszelOracle();
    const k = rows[0]?.length ?? 0;
    const file = work.file(
      'mh.csv',
      csv(
        ['sex', ...names(k)],
        rows.map((row, i) => [groups[i] ? 'f' : 'm', ...row.map(String)]),
      ),
    );
    const items = (await ustaz('dif', file, '--group', 'sex', '--focal', 'f', '--json')).json();
    const swapped = (await ustaz('dif', file, '--group', 'sex', '--focal', 'm', '--json')).json();
    for (const [i, item] of items.entries()) {
      expect(Math.abs(item.chi2 - (expected[i]?.chiSquare ?? 0))).toBeLessThan(1e-6);
      expect(Math.abs(item.alpha - (expected[i]?.alpha ?? 0))).toBeLessThan(1e-6);
      expect(item.delta).toBeCloseTo(-2.35 * Math.log(item.alpha), 10);
      expect(['A', 'B', 'C']).toContain(item.ets);
      expect(swapped[i].alpha).toBeCloseTo(1 / item.alpha, 8);
    }
  });

  it('more answers: Mantel and logistic, odds ratios have no meaning', async () => {
    const file = work.file(
      'poly.csv',
      csv(
        ['lang', ...names(6)],
        graded.map((r, i) => [i % 2 ? 'kk' : 'ru', ...r]),
      ),
    );
    const [item] = (await ustaz('dif', file, '--group', 'lang', '--focal', 'kk', '--json')).json();
    expect(item).toMatchObject({ item: 'Q1', alpha: null, delta: null, ets: null, class: 'AA' });
    expect(item.logistic.class).toBe('A');
    await expect(ustaz('dif', file, '--group', 'lang', '--focal', 'en')).rejects.toThrow(
      'nobody has «en»; found ru, kk',
    );
  });

  it('two answers without a fourfold table to compare: all null, and no other test in its place', async () => {
    const rows = ['m,1,0,0', 'm,1,0,0', 'f,0,1,0', 'f,0,1,0', 'm,1,1,0', 'f,0,1,1', 'f,1,1,1'];
    const file = work.file('few.csv', `sex,a,b,c\n${rows.join('\n')}\n`);
    const items = (await ustaz('dif', file, '--group', 'sex', '--focal', 'f', '--json')).json();
    expect(items[0]).toMatchObject({ chi2: null, p: null, alpha: null, ets: null, class: null });
  });
});

describe('items', () => {
  it('a key turns items and names scales; an unanswered item spoils nothing', async () => {
    const turned = graded.map((r) => [String(4 - Number(r[0])), ...r.slice(1), '']);
    const file = work.file('turned.csv', csv([...names(6), 'Q7'], turned));
    const key = work.file(
      'key.json',
      JSON.stringify({ first: ['-Q1', 'Q2', 'Q3'], second: ['Q4', 'Q5', 'Q6', 'Q7'], low: 0, high: 4 }),
    );
    const report = (await ustaz('items', '--key', key, file, '--json')).json();
    const plainKey = work.file('plain.json', JSON.stringify({ first: ['Q1', 'Q2', 'Q3'], second: ['Q4', 'Q5', 'Q6'] }));
    const untouched = (await ustaz('items', '--key', plainKey, plain, '--json')).json();
    for (const [i, scale] of untouched.scales.entries()) {
      expect(report.scales[i].alpha).toBeCloseTo(scale.alpha, 12);
      expect(report.scales[i].items[0].itemRest).toBeCloseTo(scale.items[0].itemRest, 12);
    }
    expect(report.scales[1]).toMatchObject({ silent: ['Q7'], complete: 700 });
    expect(report.scales[1].items[3]).toMatchObject({ item: 'Q7', n: 0, missing: 1, mean: null });
    expect(report.overall.items).toBe(7);
    expect(report.scales[1].mean).toBeCloseTo(untouched.scales[1].mean, 12);
  });

  it('a mean answer rests on four fifths of the items', async () => {
    const file = work.file('gaps.csv', 'a,b,c,d,e\n1,2,3,4,\n5,5,5,,\n1,1,2,2,4\n');
    const [scale] = (await ustaz('items', file, '--json')).json().scales;
    expect(scale).toMatchObject({ n: 2, mean: expect.closeTo(2.25, 12), complete: 1 });
  });

  it('two waves by id, and times', async () => {
    const header = ['id', ...names(6), 'Q1.ms'];
    const first = work.file(
      'w1.csv',
      csv(
        header,
        graded.map((r, i) => [`p${i}`, ...r, String(1000 + i)]),
      ),
    );
    const again = [...graded].reverse().map((r, i) => [`p${699 - i}`, ...r]);
    const second = work.file('w2.csv', csv(['id', ...names(6)], again));
    const report = (await ustaz('items', first, '--retest', second, '--json')).json();
    expect(report.scales[0].retest).toMatchObject({ n: 700, correlation: expect.closeTo(1, 10) });
    expect(report.scales[0].items[0].times).toMatchObject({ n: 700, median: 1349.5 });
    expect(report.scales[0].items[1].times).toBeNull();
  });

  it('two waves: an item is turned in one range, whoever used its ends', async () => {
    const first = work.file('turn1.csv', 'id,a,b\n1,1,5\n2,3,3\n3,5,1\n4,2,3\n');
    const second = work.file('turn2.csv', 'id,b,a\n1,4,2\n2,3,3\n3,2,5\n4,3,2\n');
    const key = work.file('turn.json', JSON.stringify({ s: ['a', '-b'] }));
    const report = (await ustaz('items', '--key', key, first, '--retest', second, '--json')).json();
    // Sums a + 6 − b: 2, 6, 10, 5 and then 4, 6, 9, 5.
    expect(report.scales[0].retest).toMatchObject({ n: 4, meanChange: expect.closeTo(0.25, 12) });
    await expect(ustaz('items', first, '--retest', work.file('twice.csv', 'id,a,b\n1,2,3\n1,2,4\n'))).rejects.toThrow(
      'the id 1 stands twice',
    );
  });

  it('the plain table names every item', async () => {
    const { out } = await ustaz('items', plain);
    for (const word of ['alpha', 'lambda2', 'omega', 'item-rest', 'Q6', 'components']) expect(out).toContain(word);
  });
});

describe('norms and adaptive', () => {
  it('a table per group, rising with the raw score', async () => {
    const file = work.file(
      'norm.csv',
      csv(
        ['lang', ...names(6)],
        graded.map((r, i) => [i % 2 ? 'kk' : 'ru', ...r]),
      ),
    );
    const { scales } = (await ustaz('norms', file, '--by', 'lang', '--json')).json();
    expect(scales.map(({ group, n }: { group: string; n: number }) => [group, n])).toEqual([
      ['kk', 350],
      ['ru', 350],
    ]);
    const alone = work.file(
      'kk.csv',
      csv(
        names(6),
        graded.filter((_, i) => i % 2),
      ),
    );
    const own = (await ustaz('norms', alone, '--json')).json().scales[0];
    expect(scales[0].alpha).toBeCloseTo(own.alpha, 12);
    expect(scales[1].alpha).not.toBeCloseTo(own.alpha, 4);
    const t = scales[0].table.map((row: { t: number }) => row.t);
    expect(t).toEqual([...t].sort((a, b) => a - b));
  });

  it('says when a bank is too small to be given adaptively; the same seed gives the same study', async () => {
    const params = work.file('bank.json', (await ustaz('calibrate', plain, '--model', 'grm', '--json')).out);
    const run = () =>
      ustaz('adaptive', 'simulate', '--params', params, '--persons', '60', '--max', '4', '--min', '2', '--json');
    const report = (await run()).json();
    expect(report).toMatchObject({ advice: 'fixed form', bank: 6, warnings: [] });
    expect(report.reason).toContain('under three times');
    expect((await run()).json()).toEqual(report);
  });

  it('declares no item that is turned the wrong way round', async () => {
    const bank = [-1.2, 1, 0.9].map((a, i) => ({ item: `q${i}`, a, b: [0] }));
    const file = work.file('turned-bank.json', JSON.stringify(bank));
    await expect(ustaz('adaptive', 'declare', '--params', file, '--scale', 's', '--source', 'a test')).rejects.toThrow(
      'slope below 0.05: q0;',
    );
  });

  it('refuses an adaptive plan that cannot be, and says of a limit that cannot hold', async () => {
    const bank = dichotomousItems(12, 9).map(({ a, b }, at) => ({ item: `Q${at + 1}`, a, b }));
    const params = work.file('limited.json', JSON.stringify(bank));
    const plan = ['adaptive', 'simulate', '--params', params, '--persons', '20', '--json'];
    await expect(ustaz(...plan, '--exposure', '3')).rejects.toThrow(/left with 1: .*exposure/);
    await expect(ustaz(...plan, '--min', '9', '--max', '4')).rejects.toThrow('--min 9 is above --max 4');
    const { json } = await ustaz(...plan, '--max', '1', '--exposure', '0.05');
    expect(json().warnings).toEqual(['an exposure of 5 % cannot hold: 1.0 of 12 items give each to 8 % on average']);
  });

  it('declares a bank for an instrument: shares of content as the bank has them, chances that keep exposure down', async () => {
    const items = gradedItems(40, 9).map(({ model, a, b }, at) => ({
      item: `Q${at + 1}`,
      ...{ model, a, b: [...b] },
      content: at % 4 === 0 ? 'order' : 'warmth',
    }));
    const params = work.file('large-bank.json', JSON.stringify(items));
    const declare = (...more: string[]) =>
      ustaz(
        ...['adaptive', 'declare', '--params', params, '--scale', 'kindness', '--source', 'A pilot.'],
        ...['--min', '4', '--max', '8', ...more],
      );
    const declared = (await declare('--exposure', '0.3')).json();
    expect(declared).toMatchObject({ scale: 'kindness', minItems: 4, maxItems: 8, exposure: { rMax: 0.3, seed: 1 } });
    expect(declared.areas).toEqual([
      { area: 'order', share: 0.25 },
      { area: 'warmth', share: 0.75 },
    ]);
    expect(declared.exposure.highest).toBeLessThan(0.4);
    expect(declared.items.filter(({ chance }: { chance?: number }) => chance !== undefined).length).toBeGreaterThan(3);
    const free = (await declare()).json();
    expect(free.exposure).toBeUndefined();
    expect(free.items).toHaveLength(40);
  }, 60_000);

  it('takes what says something of a person for no item, unless it is asked for by name', async () => {
    const file = work.file(
      'ages.csv',
      csv(
        ['age', 'sex', ...names(6)],
        graded.map((r, i) => [String(14 + (i % 2)), String(1 + (i % 2)), ...r]),
      ),
    );
    const itemsOf = async (...more: string[]) =>
      (await ustaz('calibrate', file, '--model', 'grm', '--json', ...more))
        .json()
        .items.map(({ item }: { item: string }) => item);
    expect(await itemsOf()).toEqual(names(6));
    expect(await itemsOf('--items', `age,${names(6).join(',')}`)).toContain('age');
  });
});
