import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadForm } from '../../../instruments/forms.ts';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import { compile, compileQuality, createRandom, FIELDS, measureQuality, scoreInto } from '../../../scoring/index.ts';
import { literal, unrolled, WORTHWHILE, whenWorthwhile } from '../../../scoring/math/unrolled.ts';

afterEach(() => vi.unstubAllGlobals());

describe('code out of a plan', () => {
  const twice = () => unrolled<(x: number) => number>(['x'], () => `return ${literal(2)}*x;`);

  it('is made once it was asked for often enough', () => {
    const source = twice();
    for (let use = 0; use < WORTHWHILE; use++) expect(whenWorthwhile(source)).toBeNull();
    const code = whenWorthwhile(source);
    expect(code?.(21)).toBe(42);
    expect(whenWorthwhile(source)).toBe(code);
  });

  it('is not made where a policy forbids it, and that is no error', () => {
    let tries = 0;
    vi.stubGlobal(
      'Function',
      class {
        constructor() {
          tries++;
          throw new EvalError('code from strings is not allowed');
        }
      },
    );
    const source = { ...twice(), uses: WORTHWHILE };
    expect(whenWorthwhile(source)).toBeNull();
    expect(whenWorthwhile(source)).toBeNull();
    expect(tries).toBe(1);
  });

  it('is not made where it would be too long for the engine to make quick', () => {
    expect(whenWorthwhile({ ...unrolled([], () => ';'.repeat(60_001)), uses: WORTHWHILE })).toBeNull();
  });

  it('takes finite numbers in and nothing else', () => {
    expect([3, -2, 0.1, 1e-7].map(literal)).toEqual(['3', '(-2)', '0.1', '1e-7']);
    for (const not of [Number.NaN, Number.POSITIVE_INFINITY, '1;evil()' as unknown as number]) {
      expect(() => literal(not)).toThrow(RangeError);
    }
  });
});

/** Sheets of every kind: with one answer all over, without any, by dice, with long runs, with gaps. */
function sheetOf({ items, formats }: Instrument, seed: number): Float64Array {
  const random = createRandom(seed);
  const kind = seed % 6;
  let held = 0;
  return Float64Array.from(items, ({ format }, item) => {
    const points = formats[format]?.points ?? [];
    if (kind === 5 && seed % 60 === 5) return Number.NaN;
    if ((kind === 1 && random.uniform() < 0.03) || (kind === 2 && random.uniform() < 0.5)) return Number.NaN;
    if (kind === 3 && seed % 60 !== 3 && item % 9 !== 0) return points[Math.min(held, points.length - 1)] ?? 0;
    held = kind === 3 && seed % 60 === 3 ? 0 : random.integer(points.length);
    return points[Math.min(held, points.length - 1)] ?? 0;
  });
}

describe.each(['kasip-9', 'kasip-9-short', 'personality-ipip50', 'work-types', 'communicative-organising-40'])(
  '%s by its own code',
  (id) => {
    const form = loadForm(id);
    const sheets = Array.from({ length: 600 }, (_, seed) => sheetOf(form, seed));

    it('has the same scores to the last bit', () => {
      const [loops, written] = [compile(form), compile(form)];
      loops.linear.code.code = null;
      written.linear.code.uses = WORTHWHILE;
      for (const values of sheets) {
        const [one, other] = [loops, written].map((plan) => {
          const out = new Float64Array(plan.scales.length * FIELDS);
          scoreInto(plan, values, out);
          return out;
        });
        expect(other).toEqual(one);
      }
      expect(written.linear.code.code).toBeTypeOf('function');
    });

    it('has the same quality, in the order of the file and in that of a sitting', () => {
      const [loops, written] = [compileQuality(form), compileQuality(form)];
      loops.halves.code.code = null;
      written.halves.code.uses = WORTHWHILE;
      const inFile = Int32Array.from(form.items.keys());
      for (const order of [inFile, written.orderOf(4)]) {
        for (const [index, values] of sheets.entries()) {
          // A copy each time: an order that is always new has no code.
          const expected = measureQuality(loops, { values, order: order.slice() });
          expect(measureQuality(written, { values, order }), `sheet ${index}`).toEqual(expected);
        }
        expect(written.met.code?.code).toBeTypeOf('function');
      }
      expect(loops.met.code?.code).toBeUndefined();
    });
  },
);

it('an order that leaves items out is met without code', () => {
  const form = loadForm('personality-ipip50');
  const plan = compileQuality(form);
  const values = sheetOf(form, 0);
  const half = Int32Array.from({ length: 25 }, (_, item) => 2 * item);
  const first = measureQuality(plan, { values, order: half });
  for (let again = 0; again < 2 * WORTHWHILE; again++) measureQuality(plan, { values, order: half });
  expect(measureQuality(plan, { values, order: half })).toEqual(first);
  expect(plan.met.code).toBeNull();
});
