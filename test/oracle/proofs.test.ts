import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conventions, speed, unaided } from './methods-text.ts';
import { proofs } from './proofs.ts';
import { shippedForms } from './shipped-forms.report.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it.each(proofs)('$statistic is proved where the table of docs/METHODS.md says', ({ file, test, statistic }) => {
  expect(read(file)).toContain(test);
  expect(read('docs/METHODS.md')).toContain(`| ${statistic.replaceAll('|', '\\|')} |`);
});

it('docs/METHODS.md counts its own comparisons and carries the conventions as they are written', () => {
  const page = read('docs/METHODS.md');
  const section = page.slice(page.indexOf('## Against other programs'), page.indexOf('## The battery'));
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !/^\| (statistic|---) /.test(line));
  const values = rows.reduce((sum, row) => sum + Number(row.split(' | ').at(-3)), 0);
  expect(page).toContain(`${rows.length} comparisons, ${values.toLocaleString('en')} values.`);
  for (const part of [conventions, unaided, speed]) expect(page).toContain(part.join('\n'));
});

it('says of every form we ship what it is asked as, as the form itself decides it today', () => {
  const written = read('docs/METHODS.md');
  const rows = shippedForms();
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(written).toContain(row);
});
