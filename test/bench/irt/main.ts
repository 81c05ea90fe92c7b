import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calibrate } from '../../../scoring/irt/calibrate.ts';
import { estimateThetas } from '../../../scoring/irt/estimate-thetas.ts';
import type { ResponseMatrix } from '../../../scoring/math/response-matrix.ts';
import { type BenchData, makeAnswers, problems } from './make-answers.ts';
import { girthPeer, mirtPeer, type Peer, writeAnswers } from './peers.ts';

/**
 * `npm run bench irt -- [2pl] [grm] [large] [eap] [--large] [--girth <python>]`: calibration and EAP against girth and, where R
 * has it, mirt, on the same answers in one run; all four parts where none is named. Peers are given the two problems of moderate
 * size; with `--large` also the one of 300,000 persons. `--girth`: a Python that has girth, in place of a throwaway environment.
 */
const [, , ...given] = process.argv;
const large = given.includes('--large');
const at = given.indexOf('--girth');
const python = at < 0 ? undefined : given[at + 1];
const named = given.filter((one) => ['2pl', 'grm', 'large', 'eap'].includes(one));
const isAsked = (part: string): boolean => named.length === 0 || named.includes(part);

const say = (line: string): void => console.log(line);
const spent = (started: number): number => (performance.now() - started) / 1000;
const shown = (seconds: number): string => `${seconds < 0.1 ? seconds.toFixed(3) : seconds.toFixed(2)} s`;

/** Everybody's runs in one process, of which the median counts: the first is a program's that has just begun. */
const repeatsOf = ({ n }: BenchData): number => (n > 100_000 ? 1 : 9);

/** Ours; parameters only, as the peers do by default. */
function ours(matrix: ResponseMatrix, problem: BenchData) {
  const { model } = problem;
  const repeats = repeatsOf(problem);
  const runs = Array.from({ length: repeats }, () => {
    const started = performance.now();
    const found = calibrate(matrix, { model, standardErrors: 'none' });
    return { seconds: spent(started), found };
  });
  const first = runs[0]?.seconds ?? null;
  const median = runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(repeats / 2)];
  return median === undefined ? undefined : { ...median, first };
}

function withErrors(matrix: ResponseMatrix, { model }: BenchData): number {
  const started = performance.now();
  calibrate(matrix, { model });
  return spent(started);
}

interface OurRun {
  readonly csv: string;
  readonly seconds: number;
  readonly logLikelihood: number;
  readonly a: readonly number[];
}

/** One line about a peer: its time over ours, and how far it agrees. */
function peerLine(peer: Peer, problem: BenchData, own: OurRun): string {
  if (problem.n > 100_000 && !large) return 'not asked (pass --large)';
  const result = peer.run(own.csv, problem.model, repeatsOf(problem));
  if (result.kind === 'absent') return result.reason;
  const slopes = own.a.reduce((most, a, i) => Math.max(most, Math.abs(a - (result.a[i] ?? a))), 0);
  const rise =
    result.logLikelihood === null
      ? ''
      : `; our logL is ${(own.logLikelihood - result.logLikelihood).toFixed(4)} higher`;
  return `${shown(result.seconds)}${firstRun(result.first)}, ${(result.seconds / own.seconds).toFixed(1)} × ours; slopes within ${slopes.toFixed(4)}${rise}`;
}

const firstRun = (seconds: number | null): string => (seconds === null ? '' : ` (first run ${shown(seconds)})`);

function compare(problem: BenchData, peers: readonly Peer[], folder: string): void {
  const matrix = makeAnswers(problem);
  const run = ours(matrix, problem);
  say(problem.label);
  if (run === undefined || run.found.kind === 'insufficient') {
    say('    ours     no calibration');
    return;
  }
  const { found, seconds, first } = run;
  const errors = shown(withErrors(matrix, problem));
  say(
    `    ours     ${shown(seconds)}${firstRun(first)}, with standard errors ${errors}; ${found.iterations} steps, logL ${found.logLikelihood.toFixed(4)}`,
  );
  const csv = writeAnswers(folder, problem.label.replace(/\W+/g, '-'), matrix);
  const own = { csv, seconds, logLikelihood: found.logLikelihood, a: found.items.map((item) => item.a) };
  for (const peer of peers) say(`    ${peer.name.padEnd(8)} ${peerLine(peer, problem, own)}`);
}

function eapOfMany(): void {
  const problem: BenchData = {
    name: 'eap',
    label: 'EAP of 300,000 × 40',
    model: '2pl',
    n: 300_000,
    k: 40,
    missing: 0.02,
  };
  const matrix = makeAnswers(problem);
  const sample = { n: 3_000, k: 40, values: matrix.values.slice(0, 3_000 * 40) };
  const calibration = calibrate(sample, { model: '2pl', standardErrors: 'none' });
  if (calibration.kind === 'insufficient') throw new Error(calibration.reason);
  const started = performance.now();
  const estimates = estimateThetas(matrix, calibration.items, { method: 'eap' });
  say(
    `${problem.label}\n    ours     ${shown(spent(started))} for ${estimates.filter((e) => e !== null).length} persons`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'bench-irt-'));
try {
  const found = named.length === 1 && isAsked('eap') ? [] : [girthPeer(folder, python), mirtPeer()];
  for (const peer of found) if (typeof peer === 'string') say(`without ${peer}`);
  const peers = found.filter((peer) => typeof peer !== 'string');
  for (const problem of problems) if (isAsked(problem.name)) compare(problem, peers, folder);
  if (isAsked('eap')) eapOfMany();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
