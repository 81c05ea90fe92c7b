import { describe, expect, it } from 'vitest';
import { checkNorm } from '../../../instruments/integrity/norms.ts';
import { parseNorms } from '../../../instruments/parse.ts';
import { compile, FIELDS, MEAN, scoreInto } from '../../../scoring/index.ts';
import { makeNormSet } from '../../../scoring/norm/make-norm-set.ts';
import { form, header, norm, rows } from './fixtures.ts';

describe('a norm set made of sittings', () => {
  it('holds its schema and its integrity', () => {
    const file = { schemaVersion: 1, instrument: form.id, sets: [norm] };
    expect(parseNorms(JSON.stringify(file), 'made').sets).toHaveLength(1);
    expect([...checkNorm(form, norm)]).toEqual([]);
  });

  it('places its own sample: mean T 50, SD 10, n as many as answered all', () => {
    const plan = compile(form, norm);
    const out = new Float64Array(plan.scales.length * FIELDS);
    const t = rows.map((row) => {
      scoreInto(plan, row, out);
      return out[2 * FIELDS + 4] ?? 0;
    });
    const mean = t.reduce((sum, x) => sum + x, 0) / t.length;
    const sd = Math.sqrt(t.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (t.length - 1));
    expect(mean).toBeCloseTo(50, 0);
    expect(sd).toBeGreaterThan(9.3);
    expect(sd).toBeLessThan(10.3);
  });

  it('knows how its scales go together', () => {
    const plan = compile(form);
    const means = rows.map((row) => {
      const out = new Float64Array(plan.scales.length * FIELDS);
      scoreInto(plan, row, out);
      return [out[0 * FIELDS + MEAN] ?? 0, out[1 * FIELDS + MEAN] ?? 0] as const;
    });
    const centre = (at: 0 | 1) => means.reduce((sum, pair) => sum + pair[at], 0) / means.length;
    const [a, b] = [centre(0), centre(1)];
    const cov = (i: 0 | 1, j: 0 | 1) => means.reduce((sum, m) => sum + (m[i] - (i ? b : a)) * (m[j] - (j ? b : a)), 0);
    expect(norm.correlations?.rows[1]?.[0]).toBeCloseTo(cov(0, 1) / Math.sqrt(cov(0, 0) * cov(1, 1)), 10);
  });

  it('leaves out a scale that nobody answered or that does not vary', () => {
    const silent = rows.map((row) => row.map((value, at) => (form.items[at]?.id.startsWith('O') ? Number.NaN : value)));
    expect(Object.keys(makeNormSet(form, silent, header).scales)).toEqual(['warmth', 'help', 'too-good']);
    const flat = rows.map((row) => row.map((value, at) => (form.items[at]?.id.startsWith('O') ? 3 : value)));
    expect(Object.keys(makeNormSet(form, flat, header).scales)).not.toContain('order');
    expect(() => makeNormSet(form, rows.slice(0, 5), header)).toThrow('at least ten');
  });
});
