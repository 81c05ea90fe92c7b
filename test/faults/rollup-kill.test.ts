import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const countUntilKilled = async (ms: number): Promise<void> => {
  const args = ['--import', 'tsx', 'test/faults/count-rollups.ts', service.mongoUri, service.secretsFile];
  const node = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(node, 'exit');
  await once(node.stdout, 'data');
  await wait(ms);
  node.kill('SIGKILL');
  await gone;
};

it('counts each result exactly once though its nodes are killed in the middle of it', async () => {
  const { rollups, results } = service.stores;
  const all = await results.ofCampaign('demo-61').toArray();
  for (const ms of [5, 40, 90, 160]) {
    const [change] = await Promise.all([
      results.putMany(all.slice(0, 300)),
      countUntilKilled(ms),
      countUntilKilled(ms / 2),
    ]);
    expect(change).toBeUndefined();
  }
  const before = await rollups.verify('demo-61');
  // Killed before the end: something was left to do, and what was done is right.
  expect(before.results).toBeLessThanOrEqual(all.length);
  await rollups.catchUp();
  expect(await rollups.verify('demo-61')).toMatchObject({ results: all.length, faults: [] });
  expect(await rollups.countOf('demo-61')).toBe(all.length);
});
