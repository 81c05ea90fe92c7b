import type { CalibrationModel } from '../../../scoring/irt/calibrate.ts';
import type { PlacedItem } from '../../../scoring/irt/estimate-thetas.ts';
import { assertIrtItem, type IrtItem } from '../../../scoring/irt/irt-item.ts';
import { CommandProblem } from '../command-problem.ts';
import { isRecord, numberOr, textOr } from './json-file.ts';

export interface NamedItem extends IrtItem {
  readonly item: string;
  readonly content?: string;
  /** Answers as given that make up each category, lowest first; consecutive codes from 0 or 1 where left out. */
  readonly categories?: PlacedItem['categories'] & {};
}

export interface ItemParameters {
  readonly items: readonly NamedItem[];
  /** Spread of θ in the population: 1, but for Rasch with a variance of its own. */
  readonly sd: number;
}

/**
 * Reads calibrated items: what `calibrate --json` prints, or a list written by hand,
 * `[{ "item": "Q1", "a": 1.2, "b": [-0.5] }, …]`, alone or as `items` beside a `model`.
 * @throws CommandProblem that names the item and what is wrong with it
 */
export function parseParameters(value: unknown, name = 'params'): ItemParameters {
  const list = Array.isArray(value) ? value : isRecord(value) ? value.items : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    throw new CommandProblem(`${name}: expected { "model": …, "items": [{ "item", "a", "b": [ … ] }] }`);
  }
  const model = isRecord(value) ? textOr(value.model) : undefined;
  const variance = isRecord(value) ? numberOr(value.variance) : undefined;
  if (variance !== undefined && !(variance > 0)) throw new CommandProblem(`${name}: a variance is above zero`);
  const items = list.map((one, at) => namedItem(one, { model, where: `${name}: item ${at + 1}` }));
  const twice = items.find(({ item }, at) => items.findIndex((other) => other.item === item) !== at);
  if (twice !== undefined) throw new CommandProblem(`${name}: ${twice.item} stands there twice`);
  return { items, sd: Math.sqrt(variance ?? 1) };
}

function namedItem(value: unknown, { model, where }: { model: string | undefined; where: string }): NamedItem {
  if (!isRecord(value)) throw new CommandProblem(`${where}: expected { "item", "a", "b": [ … ] }`);
  const item = textOr(value.item) ?? textOr(value.id);
  if (item === undefined) throw new CommandProblem(`${where}: it has no name`);
  const b = thresholds(value.b);
  if (b === null) throw new CommandProblem(`${where} (${item}): b is a number or a list of numbers`);
  const [lower, upper] = [numberOr(value.lower ?? value.c), numberOr(value.upper ?? value.d)];
  const content = textOr(value.content) ?? textOr(value.scale);
  const categories = categoriesOf(value.categories, b.length + 1);
  const named: NamedItem = {
    item,
    model: responseModel(textOr(value.model) ?? model, b.length),
    a: numberOr(value.a) ?? 1,
    b,
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    ...(content === undefined ? {} : { content }),
    ...(categories === null ? {} : { categories }),
  };
  try {
    assertIrtItem(named);
  } catch (cause) {
    throw new CommandProblem(`${where} (${item}): ${cause instanceof Error ? cause.message : 'not lawful'}`, { cause });
  }
  return named;
}

function thresholds(value: unknown): number[] | null {
  if (typeof value === 'number') return [value];
  if (!Array.isArray(value) || value.length === 0) return null;
  const numbers = value.map(numberOr).filter((x) => x !== undefined);
  return numbers.length === value.length ? numbers : null;
}

const PARTIAL: ReadonlySet<string> = new Set<CalibrationModel | string>(['rasch', 'gpcm', 'pcm', 'partial-credit']);

function responseModel(name: string | undefined, steps: number): IrtItem['model'] {
  if (steps === 1) return 'dichotomous';
  return name !== undefined && PARTIAL.has(name.toLowerCase()) ? 'partial-credit' : 'graded';
}

function categoriesOf(value: unknown, count: number): number[][] | null {
  if (!Array.isArray(value) || value.length !== count) return null;
  const groups = value.map((one) => (Array.isArray(one) ? one : [one]));
  return groups.every((group) => group.every((x) => typeof x === 'number')) ? groups : null;
}
