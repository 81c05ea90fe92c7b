import type { Instrument, InstrumentItem } from '../schema/instrument.schema.ts';
import { type Check, repeated, without } from './finding.ts';

/** Items: unique, in a known format, each with just the fields its format calls for, each on exactly one page. */
export function* checkItems(instrument: Instrument): Check {
  const ids = instrument.items.map(({ id }) => id);
  for (const id of repeated(ids)) yield { where: `items/${id}`, problem: 'stands there twice' };
  for (const item of instrument.items) yield* checkItem(instrument, item);
  yield* checkPages(instrument, ids);
  yield* checkPairsOfItems(instrument, ids);
}

function* checkItem(
  { formats, scales }: Instrument,
  { id, format, pair, situation, role, expected }: InstrumentItem,
): Check {
  const where = `items/${id}`;
  const found = formats[format];
  if (found === undefined) {
    yield { where, problem: `names the unknown format ${format}` };
    return;
  }
  if ((found.kind === 'pair') !== (pair !== undefined))
    yield { where, problem: 'pair belongs to the format kind pair' };
  if ((found.kind === 'situation') !== (situation !== undefined)) {
    yield { where, problem: 'situation belongs to the format kind situation' };
  }
  if ((role === 'attention') !== (expected !== undefined))
    yield { where, problem: 'expected belongs to attention items' };
  for (const answer of expected ?? []) {
    if (!found.points.includes(answer)) yield { where, problem: `expects ${answer}, which is no point of ${format}` };
  }
  const types = pair === undefined ? [] : [pair.a, pair.b];
  const scaleIds = scales.map((scale) => scale.id);
  for (const type of without(types, scaleIds)) yield { where, problem: `pairs ${type}, which is no scale` };
}

function* checkPages({ sections }: Instrument, ids: readonly string[]): Check {
  const pages = sections.flatMap((section) => section.pages);
  const shown = pages.flatMap((page) => page.items);
  for (const id of repeated(sections.map((section) => section.id))) yield { where: `sections/${id}`, problem: 'twice' };
  for (const id of repeated(pages.map((page) => page.id)))
    yield { where: `pages/${id}`, problem: 'stands there twice' };
  for (const id of repeated(shown)) yield { where: `pages: ${id}`, problem: 'is shown more than once' };
  for (const id of without(shown, ids)) yield { where: `pages: ${id}`, problem: 'is no item' };
  for (const id of without(ids, shown)) yield { where: `items/${id}`, problem: 'is on no page' };
}

function* checkPairsOfItems({ quality }: Instrument, ids: readonly string[]): Check {
  if (quality === undefined) return;
  const pairs = [...quality.synonyms, ...quality.antonyms, ...quality.repeats];
  for (const id of without(pairs.flat(), ids)) yield { where: 'quality', problem: `${id} is no item` };
  for (const [a, b] of pairs) if (a === b) yield { where: 'quality', problem: `${a} is paired with itself` };
}
