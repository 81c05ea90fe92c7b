import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadInstrument } from '../../instruments/load.ts';
import { createSimulator, demoGroup } from '../../scoring/index.ts';
import { ustaz, workFolder } from './run-command.ts';
import { shelfIsAbsent } from './shelf.ts';

/** `ustaz score` as somebody at a terminal gets it, against numbers that are known beforehand. */
const folder = workFolder();
afterAll(() => folder.remove());

const columnOf = (csv: string, name: string): number[] => {
  const [head = '', ...rows] = csv.trim().split('\n');
  const at = head.split(',').indexOf(name);
  return rows.map((line) => Number.parseFloat(line.split(',')[at] ?? ''));
};
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const OPEN = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'ipip50-ages-13-16.csv');

describe('ustaz score', () => {
  it.runIf(existsSync(OPEN))(
    `the open sheets, scale by scale${existsSync(OPEN) ? '' : ` (${shelfIsAbsent})`}`,
    async () => {
      const { out, code } = await ustaz('score', 'personality-ipip50', OPEN);
      expect(code).toBe(0);
      const means = ['extraversion', 'agreeableness', 'conscientiousness', 'emotional-stability', 'openness'].map(
        (id) => columnOf(out, `${id}.mean`),
      );
      expect(means.map(({ length }) => length)).toEqual([1562, 1562, 1562, 1562, 1562]);
      for (const [at, expected] of [2.8587, 3.6569, 3.072, 2.7109, 3.8835].entries()) {
        expect(Math.abs(meanOf(means[at] ?? []) - expected)).toBeLessThanOrEqual(0.00005);
      }
    },
  );

  it('twenty pairs give twenty points, whoever answers; a missing one leaves its two types blank', async () => {
    const form = loadInstrument('work-types');
    const simulate = createSimulator(form);
    const ids = form.items.map(({ id }) => id);
    const sheet = (seed: number, skip = ''): string =>
      ids
        .map((id) => (id === skip ? '' : simulate(seed, demoGroup({ language: 'kk', rural: true })).answers[id]))
        .join();
    const lines = Array.from({ length: 200 }, (_, seed) => sheet(seed));
    const csv = folder.file('pairs.csv', [ids.join(), ...lines, sheet(1, ids[4])].join('\n'));
    const { out } = await ustaz('score', 'work-types', csv);
    const types = ['nature', 'technology', 'people', 'signs', 'art'].map((id) => columnOf(out, `${id}.raw`));
    const totals = lines.map((_, person) => types.reduce((sum, raw) => sum + (raw[person] ?? 0), 0));
    expect(new Set(totals)).toEqual(new Set([20]));
    expect(types.filter((raw) => Number.isNaN(raw[200]))).toHaveLength(2);
  });
});
