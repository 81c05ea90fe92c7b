import { describe, expect, it } from 'vitest';
import { bandChart } from '../../../web/charts/band-chart.ts';
import { type SvgNode, svg, svgText } from '../../../web/charts/svg.ts';
import { wrapWords } from '../../../web/charts/wrap-words.ts';

const row = { name: 'Calm', lowEnd: 'strong feelings', highEnd: 'calm', mean: 3, low: 2, high: 4 };

const all = (node: SvgNode): SvgNode[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const dotOf = (node: SvgNode) => all(node).find(({ tag, attributes }) => tag === 'circle' && attributes.r === 7);
const bandOf = (node: SvgNode) => all(node).find(({ tag }) => tag === 'rect');

describe('the profile', () => {
  it('puts the dot where the mean is and the band from low to high', () => {
    const drawn = bandChart({ title: 't', rows: [row], width: 218 });
    expect(dotOf(drawn)?.attributes.cx).toBe(109);
    expect(bandOf(drawn)?.attributes).toMatchObject({ x: 59, width: 100 });
  });

  it('keeps dot and band on the track', () => {
    const drawn = bandChart({ title: 't', rows: [{ ...row, mean: 5, low: 4, high: 5.8 }], width: 218 });
    expect(dotOf(drawn)?.attributes.cx).toBe(209);
    expect(Number(bandOf(drawn)?.attributes.x) + Number(bandOf(drawn)?.attributes.width)).toBe(209);
  });

  it('draws no dot where too little was answered, and says so', () => {
    const drawn = bandChart({
      title: 't',
      rows: [{ ...row, mean: null, low: null, high: null, note: 'too few' }],
      width: 300,
    });
    expect(dotOf(drawn)).toBeUndefined();
    expect(svgText(drawn)).toContain('too few');
    expect(svgText(drawn)).not.toMatch(/NaN|undefined|null/);
  });

  it('gives each scale its place, none above another', () => {
    const drawn = bandChart({
      title: 't',
      rows: [row, { ...row, name: 'A very long name that has to be broken into several lines of text' }, row],
      width: 200,
    });
    const tops = drawn.children.map((child) => (typeof child === 'string' ? '' : String(child.attributes.transform)));
    const numbers = tops.map((top) => Number(/ ([\d.]+)\)/.exec(top)?.[1]));
    expect(numbers[0]).toBe(0);
    expect((numbers[2] ?? 0) - (numbers[1] ?? 0)).toBeGreaterThan((numbers[1] ?? 0) + 15);
    expect(drawn.attributes.height).toBeGreaterThan(numbers[2] ?? 0);
  });

  it('grows as a whole for a reader with large text', () => {
    const usual = bandChart({ title: 't', rows: [row], width: 300 });
    const large = bandChart({ title: 't', rows: [row], width: 600, scale: 2 });
    expect(large.attributes.viewBox).toBe(usual.attributes.viewBox);
    expect(large.attributes.height).toBeCloseTo(2 * Number(usual.attributes.height), 0);
  });

  it('takes colours for paper', () => {
    const text = svgText(
      bandChart({
        title: 't',
        rows: [row],
        width: 300,
        colours: { mark: '#0b6b76', ink: '#000', soft: '#555', line: '#ddd', ground: '#fff' },
      }),
    );
    expect(text).not.toContain('var(');
    expect(text.startsWith('<svg viewBox="0 0 300 ')).toBe(true);
  });
});

describe('drawing', () => {
  it('escapes words', () => {
    expect(svgText(svg('text', { 'aria-label': '"a" & <b>' }, '<&>'))).toBe(
      '<text aria-label="&quot;a&quot; &amp; &lt;b&gt;">&lt;&amp;&gt;</text>',
    );
  });

  it('breaks words only at spaces', () => {
    expect(wrapWords('көп адам, қызу әңгіме', 80, 13)).toEqual(['көп адам,', 'қызу әңгіме']);
    expect(wrapWords('қайырымдылық', 20, 13)).toEqual(['қайырымдылық']);
    expect(wrapWords('', 100, 13)).toEqual([]);
  });
});
