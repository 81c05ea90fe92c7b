import type { BenchInstrument } from '../../../server/contract/bench.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

const words = {
  adaptive: m.bench_form_adaptive,
  'bank-too-small': m.bench_form_small,
  uncalibrated: m.bench_form_ready,
  'too-short': m.bench_form_fixed,
} as const;

/** Whether everybody is asked the same, and why, with the numbers that decide it. */
export const askedWords = ({ how, scale, bank, most }: BenchInstrument['asked']): string =>
  scale === '' ? m.bench_form_unrated() : words[how]({ scale, bank: formatNumber(bank), most: formatNumber(most) });
