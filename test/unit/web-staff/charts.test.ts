import { describe, expect, it } from 'vitest';
import { stepOf, type Tile, tileMap } from '../../../scoring/picture/tile-map.ts';
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
