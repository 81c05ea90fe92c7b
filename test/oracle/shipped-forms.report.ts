import { listForms, loadForm } from '../../instruments/forms.ts';
import { loadInstrument } from '../../instruments/load.ts';
import { adaptiveSettings } from '../../scoring/adaptive/adaptive-settings.ts';
import { adaptiveStudy, type Recovery } from '../../scoring/adaptive/adaptive-study.ts';
import { askedAs } from '../../scoring/adaptive/asked-as.ts';
import { itemBank } from '../../scoring/adaptive/item-bank.ts';
import { calibrate } from '../../scoring/irt/calibrate.ts';
import { keyedMatrix } from '../../scoring/reliability/keyed-matrix.ts';
import { table } from './shelf.ts';

const decisions = {
  adaptive: 'adaptive',
  'bank-too-small': 'fixed form: the bank is under three times the test',
  uncalibrated: 'fixed form, until its items are calibrated on pupils of its own',
  'too-short': 'fixed form: too few questions would be left',
} as const;

/** One line a form: what it is asked as, and the numbers that decide it. `test/oracle/proofs.test.ts` holds METHODS to them. */
export const shippedForms = (): string[] =>
  listForms().map((id) => {
    const { how, scale, bank, most } = askedAs(loadForm(id));
    return `| ${id} | ${scale ?? '–'} | ${bank} | ${most} | ${decisions[how]} |`;
  });

const figures = ({ rmse, ratio, r }: Recovery): string =>
  `${rmse.toFixed(3)} | ${ratio.toFixed(2)} | ${r?.toFixed(3) ?? ''}`;

/** The IPIP-50's scales, calibrated (GRM) on the open answers of 13–16-year-olds: what a test of 3 and of 5 of 10 items is worth. */
function ipip50(): string[] {
  const { columns, rows } = table('data', 'ipip50-ages-13-16.csv');
  return loadInstrument('personality-ipip50').scales.flatMap(({ id, items = [] }) => {
    const keys = items.map(({ item, key }) => ({ item, reversed: key === -1, low: 1, high: 5 }));
    const at = items.map(({ item }) => columns.indexOf(item));
    const values = Float64Array.from(rows.flatMap((row) => at.map((column) => Number(row[column] ?? Number.NaN))));
    const matrix = keyedMatrix({ n: rows.length, k: items.length, values }, keys);
    const found = calibrate(matrix, { model: 'grm', standardErrors: 'none' });
    if (found.kind === 'insufficient') throw new RangeError(`${id}: ${found.reason}`);
    const bank = itemBank(found.items.map(({ model, a, b }, i) => ({ id: items[i]?.item ?? '', model, a, b })));
    return [3, 5].map((length) => {
      const settings = adaptiveSettings({ seed: 7, minItems: length, maxItems: length, targetSe: null });
      const { adaptive, fixed } = adaptiveStudy(bank, settings, { persons: 500, seed: 2026 });
      return `| ${id} | ${length} of 10 | ${figures(adaptive)} | ${figures(fixed)} |`;
    });
  });
}

function conclusion(): string {
  const adaptive = listForms().filter((id) => askedAs(loadForm(id)).how === 'adaptive');
  return adaptive.length === 0
    ? '**No instrument here has such a bank: each is given as its fixed form.**'
    : `**Asked adaptively: ${adaptive.join(', ')}; the others are given as their fixed form.**`;
}

export function shippedReport(): string[] {
  return [
    '### Adaptive testing: what our own instruments are asked as',
    '',
    `Decided by the rule, not by hand (\`scoring/adaptive/asked-as.ts\`; the page of each instrument says the same with the same numbers): a bank of three times the length of the test, and a test of eight questions or more. «Most» is a third of the longest scale of rated items. ${conclusion()}`,
    '',
    '| form | longest scale | items | most | given as |',
    '| --- | --- | --- | --- | --- |',
    ...shippedForms(),
    '',
    'The IPIP-50 tried all the same: each scale calibrated by GRM on the 1,562 open answers of 13–16-year-olds, 500 simulated persons, adaptive beside the best fixed form of the same length. «Ratio» is the error over that of all ten items.',
    '',
    '| scale | test | adaptive RMSE | ratio | r | fixed RMSE | ratio | r |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...ipip50(),
    '',
  ];
}
