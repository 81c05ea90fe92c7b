import { addUp, type CountedResult, keyOf } from '../domain/rollup/add-up.ts';
import {
  type Cell,
  cellId,
  keptFrom,
  type RegionCell,
  regionCellId,
  regionOf,
  wholeOf,
} from '../domain/rollup/cell.ts';
import { addFigures, type Figures, noFigures, sameFigures } from '../domain/rollup/figures.ts';
import { figuresOf, type Measure } from '../domain/rollup/measure.ts';
import type { AnyBulkWriteOperation, Db } from './driver.ts';
import type { ResultDocument } from './results.ts';
import { inTransaction, type Session } from './transaction.ts';

export type CellDocument = Cell & { _id: string };
export type RegionCellDocument = RegionCell & { _id: string };
/** A cell that is not what its results add up to. */
export type RollupFault = { cell: string; why: 'differs' | 'missing' | 'not in the region' };

export type RollupStore = ReturnType<typeof rollupStore>;

const schoolsAtOnce = 40;
const projection = {
  campaign: 1,
  school: 1,
  district: 1,
  region: 1,
  locality: 1,
  language: 1,
  sex: 1,
  scales: 1,
  'propensity.state': 1,
  'fields.teaching': 1,
  'fields.fields': 1,
} as const;

/**
 * Counters that reports read instead of pupils. Every write of a result marks it in the same document (`uncounted`); the
 * cells of a marked school are added up anew and the mark taken off in one transaction, with the difference put on the
 * region's cells. However often it is cut short, done twice, or done by two nodes at once, each result counts exactly once.
 */
export function rollupStore(db: Db, measuresOf: (campaign: string) => Promise<readonly Measure[]>) {
  const results = db.collection<ResultDocument>('results');
  const cells = db.collection<CellDocument>('rollups');
  const regions = db.collection<RegionCellDocument>('regionRollups');

  /** Puts the cells of these schools right. */
  const recount = async (campaign: string, schools: readonly string[]): Promise<void> => {
    const measures = await measuresOf(campaign);
    await inTransaction(db, async (session) => {
      const group = { campaign, school: { $in: [...schools] } };
      const marked = await results
        .find({ ...group, uncounted: { $gt: '' } }, { projection: { _id: 1 }, session })
        .toArray();
      const counted = results.find({ ...group, asideAt: null }, { projection, session, timeoutMode: 'iteration' });
      const fresh = await addUp(counted.map(asCounted), measures);
      const before = await cells.find(group, { session }).toArray();
      await writeCells(before, fresh, session);
      // A result written anew since this snapshot makes the transaction clash and start again: no mark of it is lost.
      const ids = marked.map(({ _id }) => _id);
      if (ids.length > 0)
        await results.updateMany({ _id: { $in: ids } }, { $unset: { uncounted: '' as const } }, { session });
    });
  };

  const writeCells = async (before: readonly CellDocument[], fresh: ReadonlyMap<string, Cell>, session: Session) => {
    const old = new Map(before.map((cell) => [cell._id, cell]));
    const changes = new Map<string, RegionCell>();
    const writes: AnyBulkWriteOperation<CellDocument>[] = [];
    for (const id of new Set([...old.keys(), ...fresh.keys()])) {
      const was = old.get(id);
      const live = fresh.get(id)?.live ?? noFigures();
      const cell = was ?? fresh.get(id);
      if (cell === undefined || (was !== undefined && sameFigures(was.live, live))) continue;
      const { _id: _old, ...rest } = { _id: id, ...cell };
      writes.push({ replaceOne: { filter: { _id: id }, replacement: { ...rest, live }, upsert: true } });
      noteChange(changes, cell, addFigures(live, was?.live ?? noFigures(), -1));
    }
    if (writes.length > 0) await cells.bulkWrite(writes, { session, ordered: false });
    await addToRegions(changes, session);
  };

  const addToRegions = async (changes: ReadonlyMap<string, RegionCell>, session: Session): Promise<void> => {
    if (changes.size === 0) return;
    const held = await regions.find({ _id: { $in: [...changes.keys()] } }, { session }).toArray();
    const before = new Map(held.map(({ _id, figures }) => [_id, figures]));
    const writes = [...changes].map(([_id, change]) => ({
      replaceOne: {
        filter: { _id },
        replacement: { ...change, figures: addFigures(before.get(_id) ?? noFigures(), change.figures) },
        upsert: true,
      },
    }));
    await regions.bulkWrite(writes, { session, ordered: false });
  };

  const markedSchools = async (most: number): Promise<Map<string, string[]>> => {
    const found = await results
      .find({ uncounted: { $gt: '' } }, { projection: { campaign: 1, school: 1 } })
      .limit(most)
      .toArray();
    const schools = new Map<string, string[]>();
    for (const { campaign, school } of found) {
      const known = schools.get(campaign) ?? [];
      if (!known.includes(school)) schools.set(campaign, [...known, school]);
    }
    return schools;
  };

  const recountAll = async (schools: ReadonlyMap<string, readonly string[]>): Promise<void> => {
    for (const [campaign, all] of schools)
      for (let at = 0; at < all.length; at += schoolsAtOnce) await recount(campaign, all.slice(at, at + schoolsAtOnce));
  };

  /** Schools of a campaign that have results or cells. */
  const schoolsOf = async (campaign: string): Promise<string[]> => {
    const all = await Promise.all([results.distinct('school', { campaign }), cells.distinct('school', { campaign })]);
    return [...new Set(all.flat())].sort();
  };

  return {
    /** Counts what has been written since the last time; gives how many results were still to be counted. */
    async catchUp(most = 4000): Promise<number> {
      const schools = await markedSchools(most);
      await recountAll(schools);
      return [...schools.values()].reduce((sum, all) => sum + all.length, 0);
    },
    /** Adds up every school of these campaigns anew. */
    async rebuild(campaigns: readonly string[]): Promise<void> {
      for (const campaign of campaigns) await recountAll(new Map([[campaign, await schoolsOf(campaign)]]));
    },
    /** Compares every cell with what its results add up to, and every region's cell with its schools'; changes nothing. */
    async verify(campaign: string): Promise<{ cells: number; results: number; kept: number; faults: RollupFault[] }> {
      const measures = await measuresOf(campaign);
      const fresh = await addUp(
        results.find({ campaign, asideAt: null }, { projection, timeoutMode: 'iteration' }).map(asCounted),
        measures,
      );
      const held = new Map((await cells.find({ campaign }).toArray()).map((cell) => [cell._id, cell]));
      const faults: RollupFault[] = [];
      for (const [id, { live }] of fresh) {
        const cell = held.get(id);
        if (cell === undefined) faults.push({ cell: id, why: 'missing' });
        else if (!sameFigures(cell.live, live)) faults.push({ cell: id, why: 'differs' });
      }
      for (const [id, { live }] of held)
        if (!fresh.has(id) && !sameFigures(live, noFigures())) faults.push({ cell: id, why: 'differs' });
      const sums = new Map<string, RegionCell>();
      for (const cell of held.values()) noteChange(sums, cell, wholeOf(cell));
      const above = new Map((await regions.find({ campaign }).toArray()).map((cell) => [cell._id, cell.figures]));
      for (const id of new Set([...sums.keys(), ...above.keys()]))
        if (!sameFigures(sums.get(id)?.figures ?? noFigures(), above.get(id) ?? noFigures()))
          faults.push({ cell: id, why: 'not in the region' });
      const total = (pick: (cell: Cell) => Figures): number =>
        [...held.values()].reduce((sum, cell) => sum + pick(cell).n, 0);
      return { cells: held.size, results: total(({ live }) => live), kept: total(({ kept }) => kept), faults };
    },
    /** Takes an erased pupil's results away; a cell of ten and more keeps the counts, a smaller one forgets them. */
    async forget(pid: string): Promise<{ kept: number; forgotten: number }> {
      const own = await results.find({ pid }, { projection: { campaign: 1, school: 1 } }).toArray();
      for (const { campaign, school } of own) await recount(campaign, [school]);
      const measures = new Map<string, readonly Measure[]>();
      for (const { campaign } of own) measures.set(campaign, await measuresOf(campaign));
      return inTransaction(db, async (session) => {
        const outcome = { kept: 0, forgotten: 0 };
        for (const { _id } of own) {
          const result = await results.findOneAndDelete(
            { _id, pid },
            { projection: { ...projection, asideAt: 1 }, session },
          );
          if (result === null || (result.asideAt ?? null) !== null) continue;
          const key = keyOf(asCounted(result));
          const id = cellId(key);
          const cell = await cells.findOne({ _id: id }, { session });
          if (cell === null) continue;
          const own = figuresOf(asCounted(result), measures.get(result.campaign) ?? []);
          const isKept = cell.live.n >= keptFrom;
          const live = addFigures(cell.live, own, -1);
          const kept = isKept ? addFigures(cell.kept, own) : cell.kept;
          await cells.updateOne({ _id: id }, { $set: { live, kept } }, { session });
          if (!isKept) {
            const change = { ...regionOf(key), figures: addFigures(noFigures(), own, -1) };
            await addToRegions(new Map([[regionCellId(change), change]]), session);
          }
          outcome[isKept ? 'kept' : 'forgotten'] += 1;
        }
        return outcome;
      });
    },
    cellsOf: (campaign: string) => cells.find({ campaign }),
    cellsOfSchool: (campaign: string, school: string) => cells.find({ campaign, school }).toArray(),
    regionCells: (campaigns: readonly string[]) => regions.find({ campaign: { $in: [...campaigns] } }).toArray(),
    /** Pupils who finished, by region, whoever repeated once: a few lines, however many they are. */
    finishedByRegion: async (): Promise<Map<string, number>> => {
      const found = regions.aggregate<{ _id: string; n: number }>([
        // Sorted first, so that the index alone is read.
        { $sort: { region: 1 } },
        { $group: { _id: '$region', n: { $sum: '$figures.n' } } },
      ]);
      return new Map((await found.toArray()).map(({ _id, n }) => [_id, n]));
    },
    countOf: async (campaign: string): Promise<number> =>
      (await regions.find({ campaign }, { projection: { 'figures.n': 1 } }).toArray()).reduce(
        (sum, { figures }) => sum + figures.n,
        0,
      ),
  };
}

const asCounted = (result: CountedResult): CountedResult => result;

function noteChange(changes: Map<string, RegionCell>, cell: Cell, figures: Figures): void {
  const key = regionOf(cell);
  const id = regionCellId(key);
  changes.set(id, { ...key, figures: addFigures(changes.get(id)?.figures ?? noFigures(), figures) });
}
