import type { Cell } from '../domain/rollup/cell.ts';
import { wholeOf } from '../domain/rollup/cell.ts';
import { type Figures, includeFigures, noFigures, unitsPerPoint } from '../domain/rollup/figures.ts';
import { edgesOf, type Measure, stepOf } from '../domain/rollup/measure.ts';
import type { ReportPlaces } from './campaign-report.ts';
import type { Attributes, Breakdown, ReportCounts, ScaleCounts, SchoolCounts } from './disclosure/index.ts';

/** What a region is told apart by, each on its own. */
export const regionBreakdowns: readonly Breakdown[] = ['language', 'sex', 'locality', 'type'].map((by) => ({
  depth: 1,
  by: [by],
}));

/** The type of a school: by the languages it teaches in. */
export const typeOf = (languages: readonly string[]): string =>
  languages.length > 1 ? 'mixed' : (languages[0] ?? 'mixed');

/** The counters of a campaign as disclosure control takes them: by school, and within it by what tells pupils apart. */
export function releaseCounts(
  places: ReportPlaces,
  cells: Iterable<Cell>,
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): ReportCounts {
  const bySchool = new Map<string, Cell[]>();
  for (const cell of cells) bySchool.set(cell.school, [...(bySchool.get(cell.school) ?? []), cell]);
  return {
    scales: measures.map((measure) => ({
      id: measure.id,
      edges: edgesOf(measure),
      step: stepOf(measure),
      ...(measure.kind === 'category' ? { isCategory: true } : {}),
    })),
    schools: places.schools.map((school) =>
      schoolCounts(places.region.id, school, bySchool.get(school.id) ?? [], measures, breakdowns.length > 0),
    ),
    ...(breakdowns.length === 0 ? {} : { breakdowns }),
  };
}

function schoolCounts(
  region: string,
  { id, district, participation, type }: ReportPlaces['schools'][number],
  cells: readonly Cell[],
  measures: readonly Measure[],
  isSplit: boolean,
): SchoolCounts {
  const whole = noFigures();
  const strata = cells.map((cell) => {
    const figures = wholeOf(cell);
    includeFigures(whole, figures);
    const of: Attributes = { language: cell.language, sex: cell.sex, locality: cell.locality, type };
    return { of, scales: scalesOf(figures, measures) };
  });
  const counts = { path: [region, district, id], participation, scales: scalesOf(whole, measures) };
  return isSplit ? { ...counts, strata } : counts;
}

const scalesOf = (figures: Figures, measures: readonly Measure[]): ScaleCounts[] =>
  measures.map((measure) => {
    const bands = Array.from({ length: edgesOf(measure).length - 1 }, () => 0);
    const held = figures.measures[measure.id];
    if (held === undefined) return { n: 0, sum: 0, sumSquares: 0, bands };
    const { n, sum, squares } = held;
    return {
      n,
      sum: sum / unitsPerPoint,
      sumSquares: squares / (unitsPerPoint * unitsPerPoint),
      bands: bands.map((_, band) => held.bands[band] ?? 0),
    };
  });
