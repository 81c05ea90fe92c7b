import { MISSING } from './response-coding.ts';

/** Neighbouring items whose joint answers are looked up at once. */
export interface PatternBlock {
  readonly items: readonly number[];
  /** Categories of each item, and how many states it has (one more where an answer may be missing). */
  readonly states: readonly number[];
  /** What each item's state is multiplied by in the block's code. */
  readonly strides: readonly number[];
  /** Number of joint states. */
  readonly size: number;
  /** Where the block's rows begin in the likelihood table. */
  readonly firstRow: number;
}

/**
 * The different answer patterns, each once, with how many persons gave it.
 *
 * Items are taken in blocks: a block's joint answer is one number, so that the likelihood of a pattern is a product of
 * one table row per block instead of one per item. Missing answers are a state of their own, whose likelihood is one.
 */
export interface PatternTable {
  readonly categories: readonly number[];
  readonly blocks: readonly PatternBlock[];
  readonly count: number;
  /** Rows of the likelihood table, pattern by pattern, `width` each: one per block, and a row of ones to make it even. */
  readonly rows: Int32Array;
  readonly width: number;
  /** Rows in the likelihood table: the states of all blocks, and the row of ones, which is the last. */
  readonly rowCount: number;
  /** Persons per pattern. */
  readonly weights: Float64Array;
  /** For each person the pattern, −1 where nothing was answered. */
  readonly patternOf: Int32Array;
}

interface Answers {
  readonly n: number;
  readonly codes: Uint8Array;
  readonly categories: readonly number[];
}

function makeBlock(items: readonly number[], allStates: readonly number[], firstRow: number): PatternBlock {
  const states = items.map((item) => allStates[item] ?? 1);
  const strides: number[] = [];
  let size = 1;
  for (const s of states) {
    strides.push(size);
    size *= s;
  }
  return { items, states, strides, size, firstRow };
}

/** Fills blocks from left to right while their joint states stay within the limit. */
export function makeBlocks(states: readonly number[], limit: number): PatternBlock[] {
  const groups: number[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const [item, s] of states.entries()) {
    if (size * s > limit) {
      groups.push([]);
      size = 1;
    }
    groups.at(-1)?.push(item);
    size *= s;
  }
  let firstRow = 0;
  return groups.map((items) => {
    const block = makeBlock(items, states, firstRow);
    firstRow += block.size;
    return block;
  });
}

function statesOf({ n, codes, categories }: Answers): number[] {
  const k = categories.length;
  const gaps = new Uint8Array(k);
  for (let cell = 0; cell < n * k; cell += 1) if (codes[cell] === MISSING) gaps[cell % k] = 1;
  return categories.map((m, item) => m + (gaps[item] ?? 0));
}

/** Block codes of every person, and who answered nothing. */
function encodeBlocks({ n, codes, categories }: Answers, blocks: readonly PatternBlock[]) {
  const k = categories.length;
  const keys = new Uint16Array(n * blocks.length);
  const answered = new Uint8Array(n);
  for (const [b, { items, strides }] of blocks.entries()) {
    for (let row = 0; row < n; row += 1) {
      let key = 0;
      for (let i = 0; i < items.length; i += 1) {
        const item = items[i] ?? 0;
        const code = codes[row * k + item] ?? MISSING;
        if (code !== MISSING) answered[row] = 1;
        key += (code === MISSING ? (categories[item] ?? 0) : code) * (strides[i] ?? 0);
      }
      keys[row * blocks.length + b] = key;
    }
  }
  return { keys, answered };
}

function hashRow(keys: Uint16Array, start: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + width; i += 1) hash = Math.imul(hash ^ (keys[i] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function sameRow(keys: Uint16Array, a: number, b: number, width: number): boolean {
  for (let i = 0; i < width; i += 1) if (keys[a * width + i] !== keys[b * width + i]) return false;
  return true;
}

/** Groups equal rows by an open hash table; a pattern is named by the first person who gave it. */
function group(keys: Uint16Array, answered: Uint8Array, width: number) {
  const n = answered.length;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * n + 2))).fill(-1);
  const firsts: number[] = [];
  const weights: number[] = [];
  const patternOf = new Int32Array(n).fill(-1);
  for (let row = 0; row < n; row += 1) {
    if (answered[row] === 0) continue;
    let slot = hashRow(keys, row * width, width) & (slots.length - 1);
    let found = slots[slot] ?? -1;
    while (found >= 0 && !sameRow(keys, row, firsts[found] ?? 0, width)) {
      slot = (slot + 1) & (slots.length - 1);
      found = slots[slot] ?? -1;
    }
    if (found < 0) {
      found = firsts.push(row) - 1;
      weights.push(0);
      slots[slot] = found;
    }
    weights[found] = (weights[found] ?? 0) + 1;
    patternOf[row] = found;
  }
  return { firsts, weights, patternOf };
}

/** How many joint states a block may have: few enough to stay in the cache, and fewer than there are persons. */
const limitFor = (n: number): number => Math.min(256, Math.max(2, Math.floor(n / 4)));

/** @param answers category codes row-major, and the number of categories per item. */
export function patternTable(answers: Answers): PatternTable {
  const blocks = makeBlocks(statesOf(answers), limitFor(answers.n));
  const { keys, answered } = encodeBlocks(answers, blocks);
  const { firsts, weights, patternOf } = group(keys, answered, blocks.length);
  const ones = blocks.reduce((sum, { size }) => sum + size, 0);
  const width = blocks.length + (blocks.length % 2);
  const rows = new Int32Array(firsts.length * width).fill(ones);
  for (const [pattern, person] of firsts.entries()) {
    for (const [b, { firstRow }] of blocks.entries()) {
      rows[pattern * width + b] = firstRow + (keys[person * blocks.length + b] ?? 0);
    }
  }
  return {
    categories: answers.categories,
    blocks,
    count: firsts.length,
    rows,
    width,
    rowCount: ones + 1,
    weights: Float64Array.from(weights),
    patternOf,
  };
}

/** Every so many-th pattern with its persons, so that at most `most` are left: a sample of the answers. */
export function thinnedTable(table: PatternTable, most: number): PatternTable {
  const every = Math.ceil(table.count / most);
  if (every < 2) return table;
  const { width } = table;
  const count = Math.ceil(table.count / every);
  const rows = new Int32Array(count * width);
  const weights = new Float64Array(count);
  for (let pattern = 0; pattern < count; pattern += 1) {
    const from = pattern * every;
    rows.set(table.rows.subarray(from * width, (from + 1) * width), pattern * width);
    weights[pattern] = table.weights[from] ?? 0;
  }
  return { ...table, count, rows, weights };
}
