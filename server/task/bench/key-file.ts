import { CommandProblem } from '../command-problem.ts';
import { isRecord, numberOr, textOr } from './json-file.ts';

/** One item of a scale: −1 turns it; `right` scores one answer as 1 and every other as 0. */
export interface KeyedItem {
  readonly item: string;
  readonly reversed: boolean;
  readonly right?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface KeyedScale {
  readonly scale: string;
  readonly items: readonly KeyedItem[];
}

/**
 * Reads a scoring key. The short form names scales and their items, a minus turns an item:
 *
 *     { "agree": ["-A1", "A2", "A3"], "open": ["O1", "-O2"], "low": 1, "high": 6 }
 *
 * One list alone is one scale; `{ "scales": … }` may hold the same, or a list of `{ "scale": …, "items": [ … ] }` as in
 * an instrument; an item may be `{ "item": "A1", "key": -1, "low": 1, "high": 6 }` or `{ "item": "Q1", "right": 3 }`;
 * `{ "right": { "Q1": 3, "Q2": 1 } }` is the key of a test with one right answer each.
 * @throws CommandProblem that says what was found and what is expected
 */
export function parseKey(value: unknown, name = 'key'): KeyedScale[] {
  const low = isRecord(value) ? numberOr(value.low) : undefined;
  const high = isRecord(value) ? numberOr(value.high) : undefined;
  const range = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  const scales = scalesOf(value, name).map(({ scale, items }) => ({
    scale,
    items: items.map((item) => ({ ...range, ...item })),
  }));
  if (scales.length === 0)
    throw new CommandProblem(`${name}: no scale; expected { "scale": ["item", "-reversed item"] }`);
  for (const { scale, items } of scales) refuseTwice(scale, items, name);
  return scales;
}

function scalesOf(value: unknown, name: string): KeyedScale[] {
  if (Array.isArray(value)) {
    if (value.some((one) => isRecord(one) && (Array.isArray(one.items) || Array.isArray(one.key)))) {
      return value.map((one, at) => scaleOf(one, `scale ${at + 1}`, name));
    }
    return [{ scale: 'all', items: value.map((one) => itemOf(one, name)) }];
  }
  if (!isRecord(value)) throw new CommandProblem(`${name}: expected an object of scales or a list of items`);
  if (isRecord(value.right)) return [rightAnswers(value.right, name)];
  if (value.scales !== undefined) return scalesOf(value.scales, name);
  if (Array.isArray(value.items)) return [scaleOf(value, 'all', name)];
  const entries = Object.entries(value).filter(([key]) => key !== 'low' && key !== 'high');
  // Item by item, 1 as it stands and −1 turned: how some programs print a key.
  if (entries.length > 0 && entries.every(([, one]) => one === 1 || one === -1)) {
    return [{ scale: 'all', items: entries.map(([item, key]) => ({ item, reversed: key === -1 })) }];
  }
  return entries.flatMap(([scale, one]) =>
    Array.isArray(one) || isRecord(one) ? [scaleOf(isRecord(one) ? one : { items: one }, scale, name)] : [],
  );
}

function scaleOf(value: unknown, otherwise: string, name: string): KeyedScale {
  if (!isRecord(value)) throw new CommandProblem(`${name}: a scale is a list of items or { "items": [ … ] }`);
  const items = Array.isArray(value.items) ? value.items : value.key;
  if (!Array.isArray(items)) throw new CommandProblem(`${name}: scale ${otherwise} has no list of items`);
  const scale = textOr(value.scale) ?? textOr(value.id) ?? textOr(value.name) ?? otherwise;
  return { scale, items: items.map((one) => itemOf(one, name)) };
}

function itemOf(value: unknown, name: string): KeyedItem {
  if (typeof value === 'string') {
    return value.startsWith('-') ? { item: value.slice(1).trim(), reversed: true } : { item: value, reversed: false };
  }
  const item = isRecord(value) ? (textOr(value.item) ?? textOr(value.id)) : undefined;
  if (!isRecord(value) || item === undefined)
    throw new CommandProblem(`${name}: an item is "E1", "-E2" or { "item": "E1" }`);
  const [low, high, right] = [numberOr(value.low), numberOr(value.high), numberOr(value.right ?? value.match)];
  return {
    item,
    reversed: value.reversed === true || value.key === -1,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(right === undefined ? {} : { right }),
  };
}

function rightAnswers(value: Readonly<Record<string, unknown>>, name: string): KeyedScale {
  return {
    scale: 'all',
    items: Object.entries(value).map(([item, answer]) => {
      const right = numberOr(answer);
      if (right === undefined) throw new CommandProblem(`${name}: the right answer to ${item} is a number`);
      return { item, reversed: false, right };
    }),
  };
}

function refuseTwice(scale: string, items: readonly KeyedItem[], name: string): void {
  const twice = items.find(({ item }, at) => items.findIndex((other) => other.item === item) !== at);
  if (twice !== undefined) throw new CommandProblem(`${name}: ${twice.item} stands twice in ${scale}`);
}
