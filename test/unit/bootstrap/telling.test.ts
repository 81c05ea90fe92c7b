import { createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Advice, explain } from '../../../server/bootstrap/advice.mjs';
import { listenAddress, requireFree } from '../../../server/bootstrap/listen-address.mjs';
import { lastLines } from '../../../server/bootstrap/run.mjs';
import { signInTable } from '../../../server/bootstrap/sign-in-table.mjs';
import { tallyOf } from '../../../server/bootstrap/vitest-run.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('what a person is told', () => {
  it('is a paragraph, never a stack trace', () => {
    expect(explain(new Advice('Do this.', ['    because of that']))).toEqual(['    because of that', '', 'Do this.']);
    expect(explain(new TypeError('x is undefined')).join('\n')).not.toContain('telling.test');
    expect(explain('text')[0]).toBe('Unexpected failure: text');
  });

  it('of a tool is its last lines, without colours and traces', () => {
    const output =
      'first\n\u001b[31mError: no\u001b[0m\n    at run (file:///a/b.js:1:2)\n    at async go (c.js:3:4) {\n';
    expect(lastLines(output, 1)).toEqual(['    Error: no']);
  });

  it('shows only the columns that are used', () => {
    const rows = [
      { persona: 'pupil', where: '/', code: 'AB' },
      { persona: 'department', where: '/staff', code: 'C' },
    ];
    expect(signInTable(rows)).toEqual([
      '  As          Where   Access code',
      '  ──────────  ──────  ───────────',
      '  pupil       /       AB',
      '  department  /staff  C',
    ]);
    expect(signInTable([])).toEqual([]);
  });
});

describe('the address to listen on', () => {
  it('is 127.0.0.1:8080 unless HOST and PORT say otherwise', () => {
    vi.stubEnv('HOST', '');
    vi.stubEnv('PORT', '');
    expect(listenAddress()).toEqual({ host: '127.0.0.1', port: 8080 });
    vi.stubEnv('PORT', '99999');
    expect(listenAddress).toThrow('PORT=99999 is not a port');
  });

  it('that is taken says how to go on', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    await expect(requireFree({ host: '127.0.0.1', port })).rejects.toThrow(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFree({ host: '127.0.0.1', port })).resolves.toBeUndefined();
  });
});

describe('the count of a test run', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

  it('is what the report says', () => {
    expect(tallyOf(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
    expect(tallyOf({ ...report, numFailedTests: 0 }, 0).failed).toBe(0);
  });

  it('counts a file that broke before its first test', () => {
    const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(tallyOf(broken, 1).failed).toBe(2);
  });

  it('is never without failures after a crash', () => {
    expect(tallyOf(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyOf(null, 0).failed).toBe(1);
    expect(tallyOf({ ...report, numFailedTests: 0 }, 1).failed).toBe(1);
  });
});
