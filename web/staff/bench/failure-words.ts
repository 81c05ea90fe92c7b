import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

type Counts = { n: string; least: string };

/** A study tells why it could not be computed in the words of the command line; here they are the reader's, with its numbers. */
const known: readonly (readonly [RegExp, (counts: Counts) => string])[] = [
  [/nobody has answered/, () => m.bench_fail_nobody()],
  [/(\d+) persons in the smaller group; (\d+)/, m.bench_fail_group],
  [/smaller group: (\d+), at least (\d+)/, m.bench_fail_group],
  [/no finished calibration/, () => m.bench_fail_bank()],
  [/pilot sample is no longer/, () => m.bench_fail_pilot()],
  [/2pl is for two answers/, () => m.bench_fail_two()],
  [/items that vary: (\d+), at least (\d+)/, m.bench_fail_items],
  [/persons with an answer: (\d+), at least (\d+)/, m.bench_fail_persons],
  [/items to match on: (\d+), at least (\d+)/, m.bench_fail_match],
  [/norm-too-small/, () => m.bench_fail_norm()],
  [/no longer here|not-found/, () => m.bench_fail_gone()],
  [/computation (broke off|was stopped)|could not be computed/, () => m.bench_fail_stopped()],
];

/** In the reader's language; a reason this page does not know yet stands as the service gave it. */
export function failureWords(reason: string): string {
  for (const [pattern, words] of known) {
    const found = pattern.exec(reason);
    if (found !== null) return words({ n: count(found[1]), least: count(found[2]) });
  }
  return reason;
}

const count = (digits: string | undefined): string => {
  const number = Number(digits);
  return Number.isFinite(number) ? formatNumber(number) : '';
};
