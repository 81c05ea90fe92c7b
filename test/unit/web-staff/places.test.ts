import { describe, expect, it } from 'vitest';
import { m } from '../../../web/i18n/generated/messages.js';
import { hiddenTogether, isHidden, measuresOf } from '../../../web/staff/report/measures.ts';
import {
  allPlaces,
  placesInSight,
  placeTree,
  shownCell,
  tellingPlaces,
  topRow,
} from '../../../web/staff/report/place-tree.ts';
import { report, row, rows } from './report-rows.ts';

const tree = placeTree(rows);
const ids = (places: readonly { row: { id: string }; depth: number }[]) =>
  places.map((place) => `${place.depth}${place.row.id}`);

describe('places of a report', () => {
  it('stand as region, district, school, small schools inside their group', () => {
    expect(ids(allPlaces(tree))).toEqual(['0R', '1D', '2S1', '2C', '3S2', '3S3']);
  });

  it('lose nobody: every row stands once', () => {
    expect(allPlaces(tree)).toHaveLength(rows.length);
  });

  it('are in sight as far as they are open', () => {
    expect(ids(placesInSight(tree, new Set()))).toEqual(['0R']);
    expect(ids(placesInSight(tree, new Set(['R', 'C'])))).toEqual(['0R', '1D']);
    expect(ids(placesInSight(tree, new Set(['R', 'D'])))).toEqual(['0R', '1D', '2S1', '2C']);
  });

  it('of a report that begins below a region still have a top', () => {
    expect(ids(placeTree([row('district', 'D', 'elsewhere')]))).toEqual(['0D']);
  });

  it('tell distributions only where one is shown', () => {
    expect(tellingPlaces(report()).map(({ id }) => id)).toEqual(['R', 'S1']);
    expect(topRow(report())?.id).toBe('R');
    expect(shownCell(row('school', 'X', null), 'openness')).toBeNull();
  });
});

describe('what a table of places shows', () => {
  const [participation, openness] = measuresOf(report(), 'en');
  const cellsOf = (id: string) => {
    const found = rows.find((each) => each.id === id);
    if (found === undefined || openness === undefined) throw new RangeError(`no row ${id}`);
    return openness.cells(found);
  };

  it('has as many cells as heads', () => {
    expect(cellsOf('R')).toHaveLength(openness?.heads.length ?? 0);
    expect(participation?.cells(row('school', 'X', null))).toHaveLength(participation?.heads.length ?? 0);
  });

  it('never writes what is hidden as 0, as empty or as a number', () => {
    const cells = cellsOf('S1') ?? [];
    const hidden = cells.filter(isHidden);
    expect(hidden).toHaveLength(6);
    for (const { words, plain } of hidden) expect([words, plain]).toEqual([m.hidden_cell(), m.hidden_cell()]);
  });

  it('has no cells where only participation may be told', () => {
    expect(cellsOf('D')).toBeNull();
  });

  it('draws neighbouring hidden cells as one, and keeps the width of the table', () => {
    const cells = cellsOf('S1') ?? [];
    const runs = hiddenTogether(cells);
    expect(runs.map((run) => run.length)).toEqual([1, 3, 1, 1, 1, 2]);
    expect(runs.flat()).toEqual(cells);
  });

  it('gives the share of the list that has finished, and none for an empty list', () => {
    const empty = row('school', 'X', null, { participation: { pupils: 0, consented: 0, started: 0, submitted: 0 } });
    expect(participation?.cells(row('school', 'X', null))?.[4]?.plain).toBeCloseTo(0.7);
    expect(participation?.cells(empty)?.[4]?.plain).toBeNull();
  });
});
