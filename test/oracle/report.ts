import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adaptiveCases } from './adaptive.cases.ts';
import { adaptiveReport } from './adaptive-study.report.ts';
import { type Comparison, difference, largestDifference, type Pair } from './comparison.ts';
import { difReport } from './dif-study.report.ts';
import { fairnessCases } from './fairness.cases.ts';
import { irtCases } from './irt.cases.ts';
import { conventions, speed, unaided } from './methods-text.ts';
import { normingCases } from './norming.cases.ts';
import { proofs } from './proofs.ts';
import { qualityCases } from './quality.cases.ts';
import { reliabilityCases } from './reliability.cases.ts';
import { shelfIsAbsent, shelfIsThere } from './shelf.ts';
import { shippedReport } from './shipped-forms.report.ts';
import { situationCases } from './situation.cases.ts';
import { cell, small, summaryRow } from './summary-row.ts';

/**
 * Writes docs/METHODS.md from the same comparisons that the tests assert: `npx tsx test/oracle/report.ts`.
 * It ends with two seeded simulation studies and takes some minutes. With `--all` every single value is printed instead of written.
 */
const areas: readonly (readonly [string, () => Comparison[]])[] = [
  ['Classical test theory and reliability', reliabilityCases],
  ['Norms', normingCases],
  ['Item response theory', irtCases],
  ['Response quality and person fit', qualityCases],
  ['Fairness', fairnessCases],
  ['Adaptive testing', adaptiveCases],
  ['Situations', situationCases],
];

/** Comparisons with at most so many values are shown value by value. */
const SHORT = 40;

const number = (x: number | null): string => {
  if (x === null) return 'undefined';
  return Number.isInteger(x) ? String(x) : Number(x.toPrecision(10)).toString();
};
const valueRow = (p: Pair): string =>
  `| ${cell(p.label)} | ${number(p.ours)} | ${number(p.theirs)} | ${small(difference(p))} |`;

/** All values of a short comparison, the five worst of a long one. */
function valueTable({ statistic, pairs }: Comparison): string[] {
  const worst = [...pairs].sort((a, b) => difference(b) - difference(a)).slice(0, 5);
  const heading =
    pairs.length <= SHORT ? `${statistic}: all values` : `${statistic}: the five furthest of ${pairs.length} values`;
  const rows = (pairs.length <= SHORT ? pairs : worst).map(valueRow);
  return [`**${heading}**`, '', '| value | ours | theirs | difference |', '| --- | --- | --- | --- |', ...rows, ''];
}

function areaSection(title: string, comparisons: readonly Comparison[]): string[] {
  const head = [
    '| statistic | formula | source | oracle | values | largest difference | allowed |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  return [`### ${title}`, '', ...head, ...comparisons.map(summaryRow), ''];
}

function proofSection(): string[] {
  return [
    '## The battery, statistic by statistic',
    '',
    'Each with the test that would fail were it wrong. `test/oracle/proofs.test.ts` holds this table to the tests.',
    '',
    '| statistic | against | allowed | test file | test |',
    '| --- | --- | --- | --- | --- |',
    ...proofs.map(({ statistic, against, tolerance, file, test }) => {
      const cells = [statistic, against, tolerance, `\`${file}\``, test];
      return `| ${cells.map(cell).join(' | ')} |`;
    }),
    '',
  ];
}

function methods(sections: readonly { title: string; comparisons: Comparison[] }[]): string {
  const all = sections.flatMap(({ comparisons }) => comparisons);
  const outside = all.filter((c) => largestDifference(c) > c.tolerance).map(({ statistic }) => statistic);
  const count = all.reduce((sum, { pairs }) => sum + pairs.length, 0);
  return [
    '# Methods',
    '',
    'Every statistic the engine computes, where its formula is from, and how far it is from programs that specialists trust.',
    'This page is written by `npx tsx test/oracle/report.ts` from the comparisons that the tests in `test/oracle` assert.',
    '',
    `${all.length} comparisons, ${count.toLocaleString('en')} values. Outside tolerance: ${outside.length === 0 ? 'none' : outside.join(', ')}.`,
    '',
    ...conventions,
    '## Against other programs',
    '',
    ...sections.flatMap(({ title, comparisons }) => areaSection(title, comparisons)),
    ...proofSection(),
    ...unaided,
    '## Simulation studies',
    '',
    ...adaptiveReport(),
    ...shippedReport(),
    ...difReport(),
    ...speed,
    '## Values',
    '',
    'Comparisons of up to 40 values in full; of longer ones the five values furthest apart. `npx tsx test/oracle/report.ts --all` prints every one.',
    '',
    ...all.flatMap(valueTable),
  ].join('\n');
}

if (!shelfIsThere) {
  console.error(shelfIsAbsent);
  process.exit(1);
}
const sections = areas.map(([title, cases]) => ({ title, comparisons: cases() }));
if (process.argv.includes('--all')) {
  for (const { statistic, pairs } of sections.flatMap(({ comparisons }) => comparisons)) {
    console.log(`\n${statistic}`);
    for (const p of pairs) console.log(`  ${p.label}\t${number(p.ours)}\t${number(p.theirs)}\t${small(difference(p))}`);
  }
} else {
  writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'METHODS.md'), `${methods(sections).trimEnd()}\n`);
}
