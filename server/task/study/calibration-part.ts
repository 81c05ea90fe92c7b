import { estimateThetas } from '../../../scoring/irt/estimate-thetas.ts';
import { sumScoreTable } from '../../../scoring/irt/lord-wingersky.ts';
import { quadratureGrid } from '../../../scoring/irt/quadrature-grid.ts';
import { encode, MISSING } from '../../../scoring/irt/response-coding.ts';
import type { ResponseMatrix } from '../../../scoring/math/response-matrix.ts';
import { personFitLzStar } from '../../../scoring/quality/person-fit-lz.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import type { CalibrationStudyReport, ScaleCalibration } from '../../contract/study-report.ts';
import { calibrationReport } from '../bench/calibrate-csv.ts';
import { scaleAnswers } from '../bench/keyed-scales.ts';
import type { StudyInput } from './run-study.ts';

export function calibrationPart(
  { items, n, values, scales, settings }: StudyInput,
  tell: (done: number, total: number) => void,
): CalibrationStudyReport {
  const matrix = { n, k: items.length, values };
  const done: ScaleCalibration[] = [];
  const skipped: { scale: string; reason: string }[] = [];
  for (const [at, scale] of scales.entries()) {
    const answers = scaleAnswers(matrix, items, scale);
    const names = answers.keys.map(({ item }) => item);
    const keyed = keyedMatrix(answers.matrix, answers.keys);
    try {
      done.push(scaleCalibration(scale.scale, names, keyed, settings.model ?? 'grm'));
    } catch (cause) {
      skipped.push({
        scale: scale.scale,
        reason: cause instanceof Error ? cause.message : 'it could not be calibrated',
      });
    }
    tell(at + 1, scales.length);
  }
  return { kind: 'calibration', scales: done, skipped };
}

function scaleCalibration(
  scale: string,
  names: readonly string[],
  keyed: ResponseMatrix,
  model: 'rasch' | '2pl' | 'grm' | 'gpcm',
): ScaleCalibration {
  const report = calibrationReport(names, keyed, { model, standardErrors: true, fit: true });
  const grid = quadratureGrid({ sd: Math.sqrt(report.variance) });
  return {
    ...report,
    scale,
    sumScores: sumScoreTable(report.items, grid).map(({ score, theta, se }) => ({ score, theta, se })),
    personFit: personFit(names, keyed, report),
  };
}

const UNEXPECTED = -1.64;
const COLUMNS = 16;

/** lz* of everybody at their maximum a posteriori: a share near 5 % under −1.64 is what chance leaves. */
function personFit(
  names: readonly string[],
  keyed: ResponseMatrix,
  { items, variance }: ReturnType<typeof calibrationReport>,
): ScaleCalibration['personFit'] {
  const placed = items.map((item) => ({ ...item, column: names.indexOf(item.item) }));
  const population = { mean: 0, sd: Math.sqrt(variance) };
  const thetas = estimateThetas(keyed, placed, { method: 'map', population });
  const codes = encode(keyed, placed);
  const k = placed.length;
  const found = thetas.flatMap((estimate, row) => {
    if (estimate === null) return [];
    const answers = Array.from(codes.subarray(row * k, (row + 1) * k), (code) => (code === MISSING ? null : code));
    const lz = personFitLzStar(placed, answers, { theta: estimate.theta, source: 'map', population });
    return lz === null ? [] : [lz];
  });
  if (found.length === 0) return null;
  const histogram = new Array<number>(COLUMNS).fill(0);
  for (const lz of found) {
    const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor((lz + 4) * 2)));
    histogram[column] = (histogram[column] ?? 0) + 1;
  }
  return { n: found.length, unexpected: found.filter((lz) => lz < UNEXPECTED).length, histogram };
}
