import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Runs every test, with vitest's own account going to our stdout, and counts from its JSON report.
 * @param {string[]} filters as on vitest's command line
 * @returns {Promise<Tally>}
 */
export async function runTests(env, filters) {
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-test-'));
  const report = join(folder, 'report.json');
  try {
    const code = await vitest(
      ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
      env,
    );
    return tallyOf(readReport(report), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitest(args, env) {
  const program = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', ...args];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Counts a report. A file that broke before its first test, an error outside any test and a crash without a report are
 * failures too: an exit code that is not 0 never leaves `failed` at 0.
 * @returns {Tally}
 */
export function tallyOf(report, code) {
  const results = report?.testResults ?? [];
  const brokenFiles = results.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + brokenFiles.length;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed === 0 && (report === null || code !== 0) ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}
