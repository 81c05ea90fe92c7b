import { attributesKey, hasAttributes } from './attributes.ts';
import { type Group, groupsOf } from './group.ts';
import { type History, isExposed, mayBeTold } from './history.ts';
import type { Attributes, Breakdown } from './report-counts.ts';
import { addScales, anonymousSize, emptied } from './tally.ts';

/** The pupils of a group who have certain attributes. */
export function sliceOf(group: Group, of: Attributes): Group {
  const strata = group.tally.strata.filter((stratum) => hasAttributes(stratum.of, of));
  const scales = strata.map((stratum) => stratum.scales).reduce(addScales, emptied(group.tally).scales);
  const tally = { participation: emptied(group.tally).participation, scales, strata };
  return {
    kind: 'slice',
    path: group.path,
    of,
    schools: group.schools,
    tally,
    size: anonymousSize(tally),
    children: [],
  };
}

/** One table of a breakdown: an area and its parts, which add up to it. */
export interface SliceTable {
  readonly whole: Group;
  readonly by: readonly string[];
  readonly slices: readonly Group[];
}

/**
 * The tables of all breakdowns over a group tree: in each area the combinations of attributes that occur in the report.
 * @throws RangeError when a stratum lacks an attribute, or there is no area of a depth
 */
export function sliceTables(root: Group, breakdowns: readonly Breakdown[]): readonly SliceTable[] {
  return breakdowns.flatMap(({ depth, by }) => {
    const areas = groupsOf(root).filter((group) => group.kind === 'area' && group.path.length === depth);
    if (areas.length === 0) throw new RangeError(`the report has no areas of depth ${depth}`);
    const categories = categoriesOf(root, by);
    return areas.map((whole) => ({ whole, by, slices: categories.map((of) => sliceOf(whole, of)) }));
  });
}

function categoriesOf({ tally }: Group, by: readonly string[]): readonly Attributes[] {
  const categories = new Map<string, Attributes>();
  for (const { of } of tally.strata) {
    const missing = by.find((name) => of[name] === undefined);
    if (missing !== undefined) throw new RangeError(`a stratum has no attribute ${missing}`);
    const category = Object.fromEntries(by.map((name) => [name, of[name] ?? '']));
    categories.set(attributesKey(category), category);
  }
  return [...categories.values()];
}

/**
 * Slices that show distributions today: those of at least `from` pupils (and newcomers) in shown areas, less the smallest,
 * one by one, until what follows by subtraction has `from` pupils or none: the other parts of an area, and the other
 * areas' same part.
 */
export function visibleSlices(
  tables: readonly SliceTable[],
  shownGroups: ReadonlySet<Group>,
  { from, history }: { readonly from: number; readonly history: History },
): ReadonlySet<Group> {
  const all = tables.flatMap(({ whole, slices }) => (shownGroups.has(whole) ? slices : []));
  const shown = new Set(all.filter((slice) => mayBeTold(slice, from, history)));
  const sums = [...tables.map(({ whole, slices }) => ({ whole, parts: slices })), ...acrossAreas(tables)];
  const isLeaking = ({ whole, parts }: Sum): boolean => {
    const rest = parts.filter((part) => !shown.has(part));
    const isShown = shown.has(whole) || shownGroups.has(whole);
    return isShown && rest.length < parts.length && isExposed(rest, whole, from, history);
  };
  for (;;) {
    const leak = sums.find(isLeaking);
    if (leak === undefined) return shown;
    const [smallest] = leak.parts.filter((part) => shown.has(part)).toSorted((a, b) => a.size - b.size);
    if (smallest === undefined) return shown;
    shown.delete(smallest);
  }
}

/** Parts that add up to a whole. */
interface Sum {
  readonly whole: Group;
  readonly parts: readonly Group[];
}

/** A slice of a wide area as the sum of the same slice of narrower ones, where both are tables. */
function acrossAreas(tables: readonly SliceTable[]): readonly Sum[] {
  const slices = tables.flatMap((table) => table.slices);
  return slices.flatMap((whole) => {
    const inside = slices.filter(
      ({ path, of }) => isUnder(path, whole.path) && attributesKey(of) === attributesKey(whole.of),
    );
    const nearest = Math.min(...inside.map(({ path }) => path.length));
    const parts = inside.filter(({ path }) => path.length === nearest);
    return parts.length > 0 ? [{ whole, parts }] : [];
  });
}

const isUnder = (path: readonly string[], wide: readonly string[]): boolean =>
  path.length > wide.length && wide.every((id, index) => path[index] === id);
