import type { StoredResult } from '../result.ts';
import { type Cell, type CellKey, cellId, emptyCell } from './cell.ts';
import { includeFigures } from './figures.ts';
import { type Counted, figuresOf, type Measure } from './measure.ts';

export type CountedResult = Counted &
  Pick<StoredResult, 'campaign' | 'school' | 'district' | 'region' | 'locality' | 'language' | 'sex'>;

export const keyOf = ({ campaign, region, district, school, locality, language, sex }: CountedResult): CellKey => ({
  campaign,
  region,
  district,
  school,
  locality,
  language,
  sex,
});

/** Results added up into the cells of their schools. */
export async function addUp(
  results: AsyncIterable<CountedResult> | Iterable<CountedResult>,
  measures: readonly Measure[],
): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>();
  for await (const result of results) {
    const key = keyOf(result);
    const id = cellId(key);
    const cell = cells.get(id) ?? emptyCell(key);
    cells.set(id, cell);
    includeFigures(cell.live, figuresOf(result, measures));
  }
  return cells;
}
