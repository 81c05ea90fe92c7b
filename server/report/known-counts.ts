import { addUp, type CountedResult } from '../domain/rollup/add-up.ts';
import type { Cell } from '../domain/rollup/cell.ts';
import type { Measure } from '../domain/rollup/measure.ts';
import type { Attributes, ReportCounts, ScaleCounts, SchoolCounts } from './disclosure/index.ts';

/** Results of pupils whose names the reader may know, added up like all others. */
export type KnownCounts = readonly Cell[];

export const knownCounts = async (
  results: Iterable<CountedResult>,
  measures: readonly Measure[],
): Promise<KnownCounts> => [...(await addUp(results, measures)).values()];

/**
 * The same counts with those the reader knows by name told apart: k is counted without them. Never more known than there
 * are: a result that was computed anew since an earlier release may have been in another band then.
 */
export const withKnown = (counts: ReportCounts, known: KnownCounts): ReportCounts => ({
  ...counts,
  schools: counts.schools.map((school) => knownInSchool(school, counts, known)),
});

function knownInSchool(school: SchoolCounts, { scales }: ReportCounts, known: KnownCounts): SchoolCounts {
  const here = known.filter((cell) => cell.school === school.path.at(-1));
  if (here.length === 0) return school;
  const marked = (all: readonly ScaleCounts[], cells: readonly Cell[]) =>
    all.map((scale, index) => ({ ...scale, knownBands: knownBands(scale, scales[index]?.id ?? '', cells) }));
  const { strata } = school;
  if (strata === undefined) return { ...school, scales: marked(school.scales, here) };
  const parts = strata.map(({ of, scales: all }) => ({
    of,
    scales: marked(
      all,
      here.filter((cell) => isOf(cell, of)),
    ),
  }));
  const whole = school.scales.map((scale, index) => ({
    ...scale,
    knownBands: scale.bands.map((_, band) =>
      parts.reduce((sum, part) => sum + (part.scales[index]?.knownBands[band] ?? 0), 0),
    ),
  }));
  return { ...school, scales: whole, strata: parts };
}

const isOf = ({ language, sex, locality }: Cell, of: Attributes): boolean =>
  language === of.language && sex === of.sex && locality === of.locality;

const knownBands = ({ bands }: ScaleCounts, id: string, cells: readonly Cell[]): number[] =>
  bands.map((count, band) => {
    const known = cells.reduce((sum, { live }) => sum + (live.measures[id]?.bands[band] ?? 0), 0);
    return Math.min(count, known);
  });
