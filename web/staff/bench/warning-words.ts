import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

type Found = readonly (string | undefined)[];

/** What a calibration warns of, in the reader's language; the command line has the same in English. */
const known: readonly (readonly [RegExp, (found: Found) => string])[] = [
  [
    /^(\d+) persons are few for \S+: (\d+)/,
    ([, n, least]) => m.bench_warn_few({ n: formatNumber(Number(n)), least: formatNumber(Number(least)) }),
  ],
  [/^priors held/, () => m.bench_warn_priors()],
  [/^(.*) is left out: /, ([, item = '']) => m.bench_warn_left({ item })],
  [/^rare answers were joined with a neighbour in (.*): see/, ([, items = '']) => m.bench_warn_joined({ items })],
  [/so have no threshold: (.*)$/, ([, items = '']) => m.bench_warn_gap({ items })],
  [/keyed the right way round\? (.*)$/, ([, items = '']) => m.bench_warn_turned({ items })],
  [/^it did not converge/, () => m.bench_not_converged()],
  [/beyond all bounds: (.*); priors/, ([, items = '']) => m.bench_warn_runaway({ items })],
];

export function warningWords(warning: string): string {
  for (const [pattern, words] of known) {
    const found = pattern.exec(warning);
    if (found !== null) return words(found);
  }
  return warning;
}
