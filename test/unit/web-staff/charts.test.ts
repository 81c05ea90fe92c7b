import { describe, expect, it } from 'vitest';
import { stepOf, type Tile, tileMap } from '../../../scoring/picture/tile-map.ts';
import { curveChart } from '../../../web/charts/curve-chart.ts';
import { histogramConfig, sharesOf, topShare } from '../../../web/charts/histogram.ts';
import { svgText } from '../../../web/charts/svg.ts';

const palette = { ink: '#000', soft: '#555', line: '#ddd', action: '#067', here: '#fb0', sheet: '#fff' };
const options = {
  labels: ['1', '2', '3', '4', '5'],
  counts: [10, null, 20, 0, 10],
  n: 50,
  top: 0.4,
  axis: 'answers',
  hiddenWord: 'protected',
  formatShare: (share: number) => `${share * 100}%`,
  palette,
};

describe('a histogram', () => {
  it('shows shares of n; what is hidden has no height, unlike zero', () => {
    const { data } = histogramConfig(options);
    expect(data.datasets.map((set) => set.data)).toEqual([[0.2, null, 0.4, 0, 0.2]]);
  });

  it('puts the whole beside it as dots, by its own n', () => {
    const { data } = histogramConfig({
      ...options,
      compare: { name: 'region', counts: [100, 50, 50, null, 0], n: 200 },
    });
    expect(data.datasets[0]).toMatchObject({
      type: 'line',
      label: 'region',
      data: [0.5, 0.25, 0.25, null, 0],
      showLine: false,
    });
  });

  it('stands on an axis from zero that its neighbours share', () => {
    expect(
      topShare([
        { counts: [10, 31], n: 100 },
        { counts: [44, null], n: 100 },
      ]),
    ).toBeCloseTo(0.6);
    expect(topShare([{ counts: [25], n: 100 }])).toBeCloseTo(0.3);
    expect(topShare([{ counts: [20], n: 100 }])).toBeCloseTo(0.2);
    expect(topShare([])).toBeCloseTo(0.1);
    expect(histogramConfig(options).options?.scales?.y).toMatchObject({ min: 0, max: 0.4 });
  });

  it('has no shares of nobody', () => expect(sharesOf([0, 0], 0)).toEqual([null, null]));
});

describe('the tile map', () => {
  const tile = (change: Partial<Tile>): Tile => ({
    column: 0,
    row: 0,
    value: 5,
    figure: '5',
    label: 'Қостанай',
    shortLabel: 'Қост.',
    title: 'Қостанай облысы: 5',
    isHere: false,
    ...change,
  });
  const drawn = (width: number, ...tiles: Tile[]) => svgText(tileMap({ title: 'Ел', tiles, width }));

  it('has five steps, one for nothing and one for what is not told', () => {
    expect([null, 0, 1, 20, 21, 99, 100].map((value) => stepOf(value, 100))).toEqual([null, 0, 1, 1, 2, 5, 5]);
  });

  it('writes every value and names every tile for the mouse', () => {
    const text = drawn(700, tile({}), tile({ column: 6, value: null, figure: '<10' }));
    expect(text).toContain('>5</text>');
    expect(text).toContain('&lt;10');
    expect(text).toContain('<title>Қостанай облысы: 5</title>');
    expect(text).toContain('aria-label="Ел"');
  });

  it('hatches only what is not told', () => {
    expect(drawn(700, tile({ value: 0 }))).not.toContain('url(#');
    expect(drawn(700, tile({ value: null }))).toContain('url(#');
  });

  it('takes the short name where the tile is narrow', () => {
    expect(drawn(700, tile({ column: 6 }))).toContain('>Қостанай<');
    expect(drawn(300, tile({ column: 6 }))).toContain('>Қост.<');
  });

  it('never grows wider than it may', () => {
    for (const width of [296, 320, 500, 720]) {
      const { attributes } = tileMap({ title: '', tiles: [tile({ column: 6, row: 4 })], width });
      expect(Number(attributes.width)).toBeLessThanOrEqual(width);
    }
  });

  it('marks where the reader is at home, above the neighbours', () => {
    const text = drawn(700, tile({ isHere: true, title: 'home' }), tile({ column: 1, title: 'next' }));
    expect(text).toContain('var(--here)');
    expect(text.indexOf('home')).toBeGreaterThan(text.indexOf('next'));
  });
});

describe('curves', () => {
  const rising = [1, 2, 3, 4, 5].map((x) => [x, x / 10] as const);
  const drawn = (width: number) =>
    svgText(
      curveChart({
        curves: ['4', '5'].map((label) => ({ label, points: rising })),
        x: { low: 1, high: 5, label: 'a fifth of the pupils by the rest of the scale, lowest first', whole: true },
        y: { low: 0, high: 1, label: '', format: (value) => `${100 * value} %` },
        width,
        format: (value) => `${value}`,
        label: 'who chooses what',
      }),
    );

  it('keeps the words of its axis within a narrow page, and its numbers whole', () => {
    const lines = [...drawn(300).matchAll(/>([^<>]*(?:fifth|scale|first)[^<>]*)</g)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length * 6.3).toBeLessThan(300);
    expect(drawn(900)).not.toContain('>1.5<');
    expect(drawn(900)).toContain('>50 %<');
  });

  it('puts labels of curves with one peak where both can be read', () => {
    const at = [...drawn(600).matchAll(/y="([\d.]+)"[^>]*font-weight="600"/g)].map(([, y]) => Number(y));
    expect(at).toHaveLength(2);
    expect(Math.abs((at[0] ?? 0) - (at[1] ?? 0))).toBeGreaterThanOrEqual(14);
  });
});
