/**
 * Chooses the six items of each factor that make `personality-ipip30`, and shows what the choice itself adds to their α.
 * Run it with `npx tsx test/oracle/choose-ipip30.ts`; it needs `../shared/data`, which is not part of this repository.
 * Of the 210 sixes of a factor it takes the one with the highest α among those that the rules below allow. The same choice,
 * made on a random half of the people and judged on the other half, 500 times, tells how much of that α is luck.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { loadInstrument } from '../../instruments/load.ts';
import { createRandom } from '../../scoring/math/random.ts';
import { shuffled } from '../../scoring/math/shuffled.ts';

const SPLITS = 500;
const source = new URL('../../../shared/data/ipip50-ages-13-16.csv', import.meta.url);
const rows: Record<string, string>[] = parse(readFileSync(source, 'utf8'), { columns: true, bom: true });
const random = createRandom(30);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

type Keyed = { item: string; key: 1 | -1 };

/** At least two items of either key; one plain item where the factor has only two; one item at most on «abstract ideas». */
function isAllowed(six: readonly Keyed[], all: readonly Keyed[]): boolean {
  const count = (items: readonly Keyed[], key: 1 | -1) => items.filter((one) => one.key === key).length;
  const least = (key: 1 | -1) => (count(all, key) > 2 ? 2 : 1);
  const abstract = six.filter(({ item }) => item === 'O2' || item === 'O4').length;
  return abstract <= 1 && ([1, -1] as const).every((key) => count(six, key) >= least(key));
}

function sixesOf(all: readonly Keyed[], from = 0, taken: readonly Keyed[] = []): Keyed[][] {
  if (taken.length === 6) return [[...taken]];
  return all.slice(from).flatMap((one, index) => sixesOf(all, from + index + 1, [...taken, one]));
}

/** Covariances of the keyed answers of some people, by item. */
function covariances(items: readonly Keyed[], people: readonly Record<string, string>[]): number[][] {
  const columns = items.map(({ item, key }) => people.map((row) => (key === 1 ? 0 : 6) + key * Number(row[item])));
  const centred = columns.map((column) => {
    const centre = mean(column);
    return column.map((value) => value - centre);
  });
  return centred.map((x) =>
    centred.map((y) => x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0) / (people.length - 1)),
  );
}

function alpha(covariance: readonly number[][], at: readonly number[]): number {
  const cell = (i: number, j: number): number => covariance[i]?.[j] ?? Number.NaN;
  const diagonal = at.reduce((sum, i) => sum + cell(i, i), 0);
  const total = at.reduce((sum, i) => sum + at.reduce((row, j) => row + cell(i, j), 0), 0);
  return (at.length / (at.length - 1)) * (1 - diagonal / total);
}

function best(covariance: readonly number[][], sixes: readonly number[][]): number[] {
  return sixes.reduce((a, b) => (alpha(covariance, b) > alpha(covariance, a) ? b : a));
}

for (const { id, items = [] } of loadInstrument('personality-ipip50').scales) {
  const all: Keyed[] = items.map(({ item, key }) => ({ item, key: key === 1 ? 1 : -1 }));
  const sixes = sixesOf(all)
    .filter((six) => isAllowed(six, all))
    .map((six) => six.map((one) => all.indexOf(one)));
  const whole = covariances(all, rows);
  const chosen = best(whole, sixes);
  const splits = Array.from({ length: SPLITS }, () => {
    const mixed = shuffled(rows, random);
    const half = Math.floor(mixed.length / 2);
    const [one, other] = [covariances(all, mixed.slice(0, half)), covariances(all, mixed.slice(half))];
    const six = best(one, sixes);
    return { seen: alpha(one, six), unseen: alpha(other, six), same: six.join() === chosen.join() ? 1 : 0 };
  });
  const figures = {
    ten: alpha(whole, [...all.keys()]),
    six: alpha(whole, chosen),
    seen: mean(splits.map(({ seen }) => seen)),
    unseen: mean(splits.map(({ unseen }) => unseen)),
    same: mean(splits.map(({ same }) => same)),
  };
  const shown = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  console.log(id, chosen.map((at) => all[at]?.item).join(' '), ...shown);
}
