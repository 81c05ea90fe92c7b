import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import type { CsvCell } from '../ui/csv.ts';
import { bandLabels } from './bands.ts';
import { shownCell } from './place-tree.ts';
import { marginOf } from './scale-figures.ts';

/** One cell of the table of places: what is read, and what goes into a file. */
export type PlaceCell = { words: string; plain: CsvCell };
export type Measure = {
  id: string;
  name: string;
  heads: readonly string[];
  /** null: only participation may be told of this place. */
  cells: (row: ReportRow) => readonly PlaceCell[] | null;
};

/** What the table can show: participation, or one of the scales. */
export const measuresOf = ({ scales }: CampaignReport, language: Language): readonly Measure[] => [
  participation(),
  ...scales.map((scale) => scaleMeasure(scale, scale.name[language])),
];

const count = (value: number): PlaceCell => ({ words: formatNumber(value), plain: value });
const hidden = (): PlaceCell => ({ words: m.hidden_cell(), plain: m.hidden_cell() });
const told = (value: number | null, digits: number): PlaceCell =>
  value === null ? hidden() : { words: formatNumber(value, digits), plain: value };

const participation = (): Measure => ({
  id: 'participation',
  name: m.measure_participation(),
  heads: [m.step_pupils(), m.step_consented(), m.step_started(), m.step_submitted(), m.measure_share()],
  cells: ({ participation: { pupils, consented, started, submitted } }) => [
    ...[pupils, consented, started, submitted].map(count),
    pupils === 0 ? { words: '—', plain: null } : { words: formatShare(submitted / pupils), plain: submitted / pupils },
  ],
});

const scaleMeasure = (scale: CampaignReport['scales'][number], name: string): Measure => ({
  id: scale.id,
  name,
  heads: ['n', m.measure_mean(), m.measure_margin(), m.measure_sd(), ...bandLabels(scale)],
  cells: (row) => {
    const cell = shownCell(row, scale.id);
    if (cell === null) return null;
    return [
      count(cell.n),
      told(cell.mean, 2),
      told(marginOf(cell), 2),
      told(cell.sd, 2),
      ...cell.histogram.map((each) => told(each, 0)),
    ];
  },
});

/** In a cell of numbers, words stand for what may not be told. */
export const isHidden = ({ plain }: PlaceCell): boolean => typeof plain === 'string';

/** Cells as they are drawn: hidden ones that stand side by side share one wide cell, all others stand alone. */
export function hiddenTogether(cells: readonly PlaceCell[]): (readonly [PlaceCell, ...PlaceCell[]])[] {
  const runs: [PlaceCell, ...PlaceCell[]][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last !== undefined && isHidden(cell) && isHidden(last[0])) last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
