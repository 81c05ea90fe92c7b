import { loadForm } from '../../../instruments/forms.ts';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import { compile, createRandom, createSimulator, toValues } from '../../../scoring/index.ts';

export const form: Instrument = loadForm('personality-ipip50');
const plan = compile(form);

/** Simulated sittings of the IPIP-50 as rows of values. */
export function sittings(n: number, seed: number): Float64Array[] {
  const simulate = createSimulator(form);
  return Array.from({ length: n }, (_, index) => toValues(plan, simulate(seed + index).answers));
}

/** The same rows with the last share of the answers (in this order) thrown by dice. */
export function diced(rows: readonly Float64Array[], order: Int32Array, share: number, seed: number): Float64Array[] {
  const random = createRandom(seed);
  const from = Math.round(order.length * (1 - share));
  return rows.map((row) => {
    const out = row.slice();
    for (const position of order.slice(from)) out[position] = 1 + random.integer(5);
    return out;
  });
}

/** An answer sheet for property tests: codes 1…5, now and then a blank. */
export function sheet(seed: number, missing = 0.05): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: 50 }, () => (random.uniform() < missing ? Number.NaN : 1 + random.integer(5)));
}
