import type { InstrumentScale } from '../../instruments/schema/instrument.schema.ts';

/** Least number of answered items for a score. The small allowance keeps 0.8 × 5 at 4 whatever its floating-point form. */
export function requiredAnswers({ items = [], missing }: InstrumentScale, of = items.length): number {
  return Math.max(1, Math.ceil(missing.minAnswered * of - 1e-9));
}
