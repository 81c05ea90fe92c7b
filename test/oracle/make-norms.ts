/**
 * Makes `norms.json` of `personality-ipip50` and of `personality-ipip30` from the open answers of 13–16-year-olds
 * (`../shared/data`, not part of this repository). Run it with `npx tsx test/oracle/make-norms.ts personality-ipip50 ipip50`,
 * or with `personality-ipip30 ipip30`, after a change of keys; what it does is described in
 * `instruments/personality-ipip50/SOURCE.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { loadInstrument } from '../../instruments/load.ts';
import type { NormFile, ScaleNorm } from '../../instruments/schema/norms.schema.ts';
import { compile } from '../../scoring/compile/compile.ts';
import { FIELDS, MEAN, RAW } from '../../scoring/compile/layout.ts';
import { midRankTable } from '../../scoring/norming/mid-rank-table.ts';
import { scoreInto, toValues } from '../../scoring/score.ts';

const [id = 'personality-ipip50', short = 'ipip50'] = process.argv.slice(2);
const instrument = loadInstrument(id);
const plan = compile(instrument);
const source = new URL('../../../shared/data/ipip50-ages-13-16.csv', import.meta.url);
const target = new URL(`../../instruments/${id}/norms.json`, import.meta.url);

const rows: Record<string, string>[] = parse(readFileSync(source, 'utf8'), { columns: true, bom: true });
const people = rows.map((row) => {
  const values = toValues(plan, Object.fromEntries(plan.itemIds.map((id) => [id, Number(row[id])])));
  const out = new Float64Array(plan.scales.length * FIELDS);
  scoreInto(plan, values, out);
  return { values, out };
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
function variance(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}

function scaleNorm(index: number): ScaleNorm {
  const items = instrument.scales[index]?.items ?? [];
  const field = (offset: number) => people.map(({ out }) => out[index * FIELDS + offset] ?? Number.NaN);
  // Reversing an item leaves its variance as it is, so α needs no keyed values for its items.
  const itemVariances = items.map(({ item }) => variance(people.map(({ values }) => answerTo(values, item))));
  const alpha = (items.length / (items.length - 1)) * (1 - sum(itemVariances) / variance(field(RAW)));
  const sd = Math.sqrt(variance(field(MEAN)));
  return {
    n: people.length,
    mean: mean(field(MEAN)),
    sd,
    reliability: alpha,
    sem: sd * Math.sqrt(1 - alpha),
    table: midRankTable(field(RAW)).map(({ raw, percentile }) => [raw, percentile]),
  };
}

function answerTo(values: Float64Array, item: string): number {
  return values[plan.position.get(item) ?? -1] ?? Number.NaN;
}

const file: NormFile = {
  schemaVersion: 1,
  instrument: instrument.id,
  sets: [
    {
      id: `${short}-en-13-16-2012`,
      version: '1.0.0',
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      population: {
        id: 'open-web-2012',
        language: 'en',
        ageFrom: 13,
        ageTo: 16,
        description: 'Visitors aged 13–16 of an English-language personality website, many countries',
        selfSelected: true,
        simulated: false,
      },
      n: people.length,
      date: '2026-11-24',
      provenance:
        'Computed from the IPIP-50 answers published by openpsychometrics.org (collected in 2012, anonymous), ' +
        'rows with ages 13–16 and no missing answer. Self-selected visitors who read English: not a sample of ' +
        'any school population, and of no use for ranking pupils in Kazakhstan.',
      licence:
        'The data set was published without a formal licence. Only these aggregates are kept here, never a row of it.',
      provisional: true,
      scales: Object.fromEntries(instrument.scales.map(({ id }, index) => [id, scaleNorm(index)])),
    },
  ],
};

writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`);
