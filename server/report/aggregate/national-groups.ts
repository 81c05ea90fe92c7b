import type { ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport, ReportRow, ScaleCell } from '../../contract/campaign.schema.ts';
import type { NationalReport } from '../../contract/comparison.schema.ts';
import type { Words } from '../../domain/language.ts';
import { sumParticipation } from '../national.ts';
import { countryCells } from '../region-heads.ts';
import { rangesOf, summaries } from './summaries.ts';

/** A region's line of a release, and the year it is of. */
export type NationalHead = {
  readonly year: number;
  readonly scales: CampaignReport['scales'];
  readonly row: ReportRow;
  readonly steps?: CampaignReport['steps'];
};

/** The country and each region against the rest of it and against itself a year before. */
export function nationalGroups(
  heads: readonly NationalHead[],
  before: readonly NationalHead[],
  names: ReadonlyMap<string, Words>,
): ReportGroup[] {
  const [first] = heads;
  if (first === undefined) return [];
  const ranges = rangesOf(first.scales);
  const country = cellsOf(heads, first);
  const none = { by: '', choices: [], year: first.year };
  const regions = heads.map(({ row }): ReportGroup => {
    const was = before.find((head) => head.row.id === row.id)?.row.scales;
    const beside = { country: heads.length > 1 ? country : null, before: was };
    const name = names.get(row.id) ?? row.name;
    return { ...none, kind: 'region', value: row.id, name, scales: summaries(row.scales, ranges, beside) };
  });
  // Last year's country is another one where other regions took part: only the same ones are compared.
  const isSame =
    before.length === heads.length && heads.every(({ row }) => before.some((one) => one.row.id === row.id));
  const was = isSame ? cellsOf(before, first) : undefined;
  return [
    { ...none, kind: 'country', value: '', name: null, scales: summaries(country, ranges, { before: was }) },
    ...regions,
  ];
}

/** The country in one year. */
export function nationalYear(year: number, heads: readonly NationalHead[]): NationalReport['trend'][number] {
  const [first] = heads;
  return {
    year,
    participation: sumParticipation(heads.map(({ row }) => row.participation)),
    scales: first === undefined ? [] : summaries(cellsOf(heads, first), rangesOf(first.scales), {}),
  };
}

const cellsOf = (heads: readonly NationalHead[], { scales }: NationalHead): ScaleCell[] =>
  countryCells(
    heads.map(({ row }) => row),
    scales.map(({ id }) => id),
  );

/** Null for a step that one region does not tell. */
export function nationalSteps(heads: readonly NationalHead[]): NationalReport['steps'] {
  const all = heads.flatMap(({ steps }) => (steps === undefined ? [] : [steps]));
  if (all.length === 0 || all.length < heads.length) return null;
  const sum = (step: keyof (typeof all)[number]): number | null =>
    all.reduce<number | null>((total, steps) => {
      const one = steps[step];
      return total === null || one === null ? null : total + one;
    }, 0);
  return {
    wishing: sum('wishing'),
    recommended: sum('recommended'),
    offered: sum('offered'),
    accepted: sum('accepted'),
    enrolled: sum('enrolled'),
  };
}
