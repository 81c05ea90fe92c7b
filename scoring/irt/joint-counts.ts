import type { PatternPosterior } from './pattern-posteriors.ts';
import { makeBlocks, type PatternBlock, type PatternTable } from './pattern-table.ts';
import { MISSING } from './response-coding.ts';

/** Most joint states of a group: two items of five categories, three of two that may be missing. */
const GROUP_STATES = 32;

/** Most numbers held for the joint counts of groups at a time (64 MB). */
const PAIR_BUDGET = 8_000_000;

/** Joint states of a pair of groups; a group with itself has its own states only. */
const pairSize = (groups: readonly PatternBlock[], g: number, h: number): number =>
  (groups[g]?.size ?? 0) * (g === h ? 1 : (groups[h]?.size ?? 0));

/** Items in small groups: posteriors are summed by the joint answer of two groups, not of every two items. */
export function itemGroups({ blocks, categories }: PatternTable): PatternBlock[] {
  const states = [...categories];
  for (const block of blocks) for (const [i, item] of block.items.entries()) states[item] = block.states[i] ?? 1;
  return makeBlocks(states, GROUP_STATES);
}

/** The first groups of pairs, in runs whose joint counts fit the budget. */
export function groupRuns(groups: readonly PatternBlock[], q: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let [first, held] = [0, 0];
  for (let g = 0; g < groups.length; g += 1) {
    let need = 0;
    for (let h = g; h < groups.length; h += 1) need += pairSize(groups, g, h) * q;
    if (g > first && held + need > PAIR_BUDGET) {
      runs.push({ first, last: g });
      [first, held] = [g, 0];
    }
    held += need;
  }
  return [...runs, { first, last: groups.length }];
}

/** Called with the expected joint counts of two items, i < j: (category of i × category of j) × node. */
export type PairVisit = (i: number, j: number, joint: Float64Array) => void;

/** Expected joint counts of the groups first ≤ g < last with every group h ≥ g. */
export function jointCounts(
  groups: readonly PatternBlock[],
  { categories, first, last, q }: { categories: readonly number[]; first: number; last: number; q: number },
): { readonly add: (pattern: PatternPosterior) => void; readonly visitPairs: (visit: PairVisit) => void } {
  const count = groups.length;
  const starts = new Float64Array(count * count);
  let length = 0;
  for (let g = first; g < last; g += 1) {
    for (let h = g; h < count; h += 1) {
      starts[g * count + h] = length;
      length += pairSize(groups, g, h) * q;
    }
  }
  const held = new Float64Array(length);
  const weighted = new Float64Array(q);
  const codes = new Int32Array(count);
  const sizes = Int32Array.from(groups, ({ size }) => size);

  const add = ({ answers, posterior, weight, low, high }: PatternPosterior): void => {
    for (let node = low; node < high; node += 1) weighted[node] = weight * (posterior[node] ?? 0);
    encodeGroups(groups, categories, answers, codes);
    for (let g = first; g < last; g += 1) {
      const own = codes[g] ?? 0;
      for (let h = g; h < count; h += 1) {
        const state = h === g ? own : own * (sizes[h] ?? 0) + (codes[h] ?? 0);
        const start = (starts[g * count + h] ?? 0) + state * q;
        for (let node = low; node < high; node += 1)
          held[start + node] = (held[start + node] ?? 0) + (weighted[node] ?? 0);
      }
    }
  };

  const visitPairs = (visit: PairVisit): void => {
    for (let g = first; g < last; g += 1) {
      for (let h = g; h < count; h += 1) {
        const start = starts[g * count + h] ?? 0;
        const counts = held.subarray(start, start + pairSize(groups, g, h) * q);
        visitItems([groups[g], groups[h]], { counts, categories, q }, visit);
      }
    }
  };
  return { add, visitPairs };
}

function encodeGroups(
  groups: readonly PatternBlock[],
  categories: readonly number[],
  answers: Uint8Array,
  codes: Int32Array,
): void {
  for (let g = 0; g < groups.length; g += 1) {
    const { items, strides } = groups[g] ?? { items: [], strides: [] };
    let code = 0;
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i] ?? 0;
      const answer = answers[item] ?? MISSING;
      code += (answer === MISSING ? (categories[item] ?? 0) : answer) * (strides[i] ?? 0);
    }
    codes[g] = code;
  }
}

/** Each pair of an item of one group and an item of the other; within one group, each pair once. */
function visitItems(
  [one, other]: readonly (PatternBlock | undefined)[],
  held: { counts: Float64Array; categories: readonly number[]; q: number },
  visit: PairVisit,
): void {
  if (one === undefined || other === undefined) return;
  for (const [at, i] of one.items.entries()) {
    for (const [otherAt, j] of other.items.entries()) {
      if (one !== other || at < otherAt) visit(i, j, pairCounts({ one, at }, { one: other, at: otherAt }, held));
    }
  }
}

interface PlaceInGroup {
  readonly one: PatternBlock;
  readonly at: number;
}

const stateOf = ({ one, at }: PlaceInGroup, code: number): number =>
  Math.floor(code / (one.strides[at] ?? 1)) % (one.states[at] ?? 1);

function pairCounts(
  a: PlaceInGroup,
  b: PlaceInGroup,
  { counts, categories, q }: { counts: Float64Array; categories: readonly number[]; q: number },
): Float64Array {
  const [ma, mb] = [categories[a.one.items[a.at] ?? 0] ?? 0, categories[b.one.items[b.at] ?? 0] ?? 0];
  const out = new Float64Array(ma * mb * q);
  const width = a.one === b.one ? 1 : b.one.size;
  for (let code = 0; code < a.one.size * width; code += 1) {
    const [ca, cb] = [stateOf(a, Math.floor(code / width)), stateOf(b, width === 1 ? code : code % width)];
    if (ca >= ma || cb >= mb) continue;
    const target = (ca * mb + cb) * q;
    for (let node = 0; node < q; node += 1)
      out[target + node] = (out[target + node] ?? 0) + (counts[code * q + node] ?? 0);
  }
  return out;
}
