import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResponseMatrix } from '../../../scoring/math/response-matrix.ts';

/** What a peer says of one problem, or why it says nothing. */
export type PeerResult =
  | {
      readonly kind: 'ran';
      /** The median of the runs, and the first of them. */
      readonly seconds: number;
      readonly first: number | null;
      readonly logLikelihood: number | null;
      readonly a: readonly number[];
    }
  | { readonly kind: 'absent'; readonly reason: string };

export interface Peer {
  readonly name: string;
  readonly run: (csv: string, model: string, repeats: number) => PeerResult;
}

const here = import.meta.dirname;
const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((x) => typeof x === 'number');

function parse(output: string): PeerResult {
  const line: unknown = JSON.parse(output.trim().split('\n').at(-1) ?? 'null');
  if (typeof line !== 'object' || line === null || !('seconds' in line) || typeof line.seconds !== 'number') {
    return { kind: 'absent', reason: 'it printed something else' };
  }
  const logLikelihood = 'logLikelihood' in line && typeof line.logLikelihood === 'number' ? line.logLikelihood : null;
  const first = 'first' in line && typeof line.first === 'number' ? line.first : null;
  return {
    kind: 'ran',
    seconds: line.seconds,
    first,
    logLikelihood,
    a: 'a' in line && isNumbers(line.a) ? line.a : [],
  };
}

/** Runs a program that prints one line of JSON; ends it after ten minutes. */
function runProgram(command: string, args: readonly string[]): PeerResult {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 });
  if (status === 0) return parse(stdout);
  return { kind: 'absent', reason: stderr?.trim().split('\n').at(-1) || `${command} did not finish` };
}

/** girth of a given Python, or from PyPI in a throwaway environment; a reason where it cannot be had. */
export function girthPeer(folder: string, given?: string): Peer | string {
  const run = (python: string): Peer => ({
    name: 'girth',
    run: (csv, model, repeats) => runProgram(python, [join(here, 'run-girth.py'), csv, model, String(repeats)]),
  });
  if (given !== undefined) return run(given);
  const environment = join(folder, 'girth');
  if (spawnSync('python3', ['-m', 'venv', environment]).status !== 0) return 'girth: no Python with venv here';
  const python = join(environment, 'bin', 'python');
  const installed = spawnSync(python, ['-m', 'pip', 'install', '--quiet', 'girth'], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (installed.status !== 0) return 'girth: pip could not install it';
  return run(python);
}

/** mirt, where R has it. */
export function mirtPeer(): Peer | string {
  if (spawnSync('Rscript', ['-e', 'library(mirt)']).status !== 0) return 'mirt: R or its package mirt is not installed';
  return { name: 'mirt', run: (csv, model) => runProgram('Rscript', [join(here, 'run-mirt.R'), csv, model]) };
}

/** Writes answers as a CSV, blank where missing. */
export function writeAnswers(folder: string, name: string, { n, k, values }: ResponseMatrix): string {
  const lines = [Array.from({ length: k }, (_, i) => `i${i + 1}`).join(',')];
  for (let row = 0; row < n; row += 1) {
    lines.push(
      Array.from(values.subarray(row * k, (row + 1) * k), (x) => (Number.isNaN(x) ? '' : String(x))).join(','),
    );
  }
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
