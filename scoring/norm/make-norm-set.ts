import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet, ScaleNorm } from '../../instruments/schema/norms.schema.ts';
import { compile } from '../compile/compile.ts';
import { ANSWERED, FIELDS, MEAN, RAW } from '../compile/layout.ts';
import { correlation, mean, standardDeviation } from '../math/moments.ts';
import { midRankTable } from '../norming/mid-rank-table.ts';
import { scoreInto } from '../score.ts';
import { type AdaptiveSample, adaptiveSample } from './adaptive-norm.ts';
import { scaleReliability } from './scale-reliability.ts';

/** Everything about a norm set that does not follow from the answers. */
export type NormHeader = Omit<NormSet, 'n' | 'scales' | 'correlations' | 'instrument' | 'instrumentVersion'>;

/** A table of more rows than this is thinned out: scores with decimals are nearly all different. */
const MOST_ROWS = 200;

/**
 * A norm set out of sittings: for each scale that was scored for at least ten people and varies, n, mean, SD, reliability,
 * SEM and the mid-rank table of its raw scores, from people who answered all of it; and the correlations of the means.
 * @param rows answers by item position, NaN where missing
 * @param seeds of the sittings: a scale that was asked adaptively has its norm from the tests as they were
 * @throws RangeError with fewer than ten rows
 */
export function makeNormSet(
  instrument: Instrument,
  rows: readonly Float64Array[],
  header: NormHeader,
  seeds: readonly number[] = [],
): NormSet {
  if (rows.length < 10) throw new RangeError(`makeNormSet requires at least ten sittings, got ${rows.length}`);
  const plan = compile(instrument);
  const scored = rows.map((row) => {
    const out = new Float64Array(plan.scales.length * FIELDS);
    scoreInto(plan, row, out);
    return out;
  });
  const adaptive = adaptiveSample(instrument, plan, rows, seeds);
  const found = plan.scales.flatMap((scale, index) => {
    const isAdaptive = adaptive?.scale === scale.id;
    if (isAdaptive) writeMeans(scored, index, adaptive);
    const norm = isAdaptive
      ? scaleNorm(adaptive.placed, adaptive.reliability, { asked: 'adaptively' })
      : scaleNorm(
          scored.map((out) => placeOf(out, index, scale.of)),
          scaleReliability(plan, scale, rows),
        );
    return norm === null ? [] : [{ id: scale.id, index, norm }];
  });
  return {
    ...header,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    n: rows.length,
    scales: Object.fromEntries(found.map(({ id, norm }) => [id, norm])),
    ...(found.length < 2 ? {} : { correlations: correlations(found, scored) }),
  };
}

interface Placed {
  readonly raw: number;
  readonly mean: number;
}

/** Null for somebody who did not answer all of a scale. */
function placeOf(out: Float64Array, index: number, of: number): Placed | null {
  const raw = out[index * FIELDS + RAW] ?? Number.NaN;
  const complete = !Number.isNaN(raw) && out[index * FIELDS + ANSWERED] === of;
  return complete ? { raw, mean: out[index * FIELDS + MEAN] ?? 0 } : null;
}

/** So that correlations with other scales are of what the test found. */
function writeMeans(scored: readonly Float64Array[], index: number, { placed }: AdaptiveSample): void {
  for (const [at, out] of scored.entries()) out[index * FIELDS + MEAN] = placed[at]?.mean ?? Number.NaN;
}

function scaleNorm(
  placed: readonly (Placed | null)[],
  reliable: number | null,
  asked: Pick<ScaleNorm, 'asked'> = {},
): ScaleNorm | null {
  const known = placed.filter((one) => one !== null);
  if (known.length < 10) return null;
  const means = known.map((one) => one.mean);
  const sd = standardDeviation(means);
  const table = thinned(midRankTable(known.map(({ raw }) => raw)));
  if (!(sd > 1e-9) || table.length < 2) return null;
  const reliability = Math.min(0.99, Math.max(0, reliable ?? 0));
  return { n: known.length, mean: mean(means), sd, reliability, sem: sd * Math.sqrt(1 - reliability), ...asked, table };
}

function thinned(rows: readonly { readonly raw: number; readonly percentile: number }[]): [number, number][] {
  const every = Math.max(1, rows.length / MOST_ROWS);
  const kept = Array.from({ length: Math.min(rows.length, MOST_ROWS) }, (_, index) => rows[Math.floor(index * every)]);
  const last = rows.at(-1);
  if (last !== undefined && kept.at(-1) !== last) kept.push(last);
  return kept.flatMap((row) => (row === undefined ? [] : [[row.raw, row.percentile]]));
}

function correlations(found: readonly { id: string; index: number }[], scored: readonly Float64Array[]) {
  const meanAt = (out: Float64Array, index: number): number => out[index * FIELDS + MEAN] ?? Number.NaN;
  const r = (a: number, b: number): number => {
    const both = scored.filter((out) => !Number.isNaN(meanAt(out, a)) && !Number.isNaN(meanAt(out, b)));
    return (
      correlation(
        both.map((out) => meanAt(out, a)),
        both.map((out) => meanAt(out, b)),
      ) ?? 0
    );
  };
  return {
    scales: found.map(({ id }) => id),
    rows: found.map((one, row) =>
      found.slice(0, row + 1).map((other) => (one === other ? 1 : r(one.index, other.index))),
    ),
  };
}
