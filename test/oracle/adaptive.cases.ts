import { adaptiveSettings } from '../../scoring/adaptive/adaptive-settings.ts';
import { type BankItem, itemBank } from '../../scoring/adaptive/item-bank.ts';
import { runAdaptive } from '../../scoring/adaptive/run-adaptive.ts';
import { selectItem } from '../../scoring/adaptive/select-item.ts';
import { itemInformation } from '../../scoring/irt/item-information.ts';
import { quadratureGrid } from '../../scoring/irt/quadrature-grid.ts';
import { createRandom } from '../../scoring/math/random.ts';
import { type Comparison, pair, pairsOf } from './comparison.ts';
import { reference, table } from './shelf.ts';

/** The bank of catR's examples; the first column numbers the items. */
function tcals(): BankItem[] {
  const { columns, rows } = table('oracles', 'data', 'tcals_bank.csv');
  const value = (row: readonly (string | null)[], name: string): number => Number(row[columns.indexOf(name)]);
  return rows.map((row) => ({
    id: String(row[0]),
    model: 'dichotomous' as const,
    a: value(row, 'a'),
    b: [value(row, 'b')],
    lower: value(row, 'c'),
    upper: value(row, 'd'),
  }));
}

/** catR integrates by trapezoids over 33 nodes on [−4, 4]. */
function catrGrid() {
  const { nodes, weights } = quadratureGrid({ count: 33, low: -4, high: 4 });
  return { nodes, weights: weights.map((w, i) => (i === 0 || i === 32 ? w / 2 : w)) };
}

export function adaptiveCases(): Comparison[] {
  const ref = reference('cat_tcals.json');
  const items = tcals();
  const bank = itemBank(items);
  const thetas: number[] = ref.theta;
  const information = items.flatMap((item, i) =>
    thetas.map((theta, t) => pair(`I ${item.id} at ${theta}`, itemInformation(item, theta), ref.info[i][`V${t + 1}`])),
  );
  const next = thetas.map((theta) =>
    Number(selectItem(bank, { theta, given: new Set(), randomesque: 1 }, createRandom(1))?.item.id ?? Number.NaN),
  );
  const settings = adaptiveSettings({
    seed: 1,
    minItems: 1,
    maxItems: 20,
    targetSe: 0.35,
    randomesque: 1,
    grid: catrGrid(),
  });
  // The recorded rule: every third item is answered wrongly.
  const run = runAdaptive(bank, settings, ({ id }) => (Number(id) % 3 === 0 ? 0 : 1));
  const { cat } = ref;
  return [
    {
      statistic: 'item information with asymptotes',
      formula: 'P′²/(PQ), four parameters',
      source: 'Lord 1980',
      oracle: 'catR 3.17, tcals bank',
      tolerance: 1e-8,
      pairs: information,
    },
    {
      statistic: 'adaptive test: choice, θ and SE along the trace',
      formula: 'maximum information at EAP, stop at SE ≤ .35',
      source: 'Magis & Raîche 2012',
      oracle: 'catR 3.17, tcals bank',
      tolerance: 1e-4,
      pairs: [
        ...pairsOf('next', next, ref.nextItem_MFI),
        ...pairsOf(
          'item',
          run.trace.map(({ id }) => Number(id)),
          cat.items,
        ),
        ...pairsOf(
          'answer',
          run.trace.map(({ answer }) => answer),
          cat.responses,
        ),
        ...pairsOf(
          'θ',
          run.trace.map(({ theta }) => theta),
          cat.thetaProv,
        ),
        ...pairsOf(
          'SE',
          run.trace.map(({ se }) => se),
          cat.seProv,
        ),
        pair('final θ', run.theta, cat.thFinal),
        pair('final SE', run.se, cat.seFinal),
      ],
    },
  ];
}
