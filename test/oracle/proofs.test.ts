import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { proofs } from './proofs.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it.each(proofs)('$statistic is proved where the table of docs/METHODS.md says', ({ file, test, statistic }) => {
  expect(read(file)).toContain(test);
  expect(read('docs/METHODS.md')).toContain(`| ${statistic.replaceAll('|', '\\|')} |`);
});
