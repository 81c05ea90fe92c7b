import type { Instrument, InstrumentScale } from '../schema/instrument.schema.ts';
import { type Check, repeated, without } from './finding.ts';

/** Scales: unique, made of items or of scales as their score asks, keyed items exist, and nothing keyed is left over. */
export function* checkScales(instrument: Instrument): Check {
  for (const id of repeated(instrument.scales.map((scale) => scale.id))) {
    yield { where: `scales/${id}`, problem: 'stands there twice' };
  }
  for (const scale of instrument.scales) yield* checkScale(instrument, scale);
  yield* checkKeyed(instrument);
}

function* checkScale(instrument: Instrument, scale: InstrumentScale): Check {
  const where = `scales/${scale.id}`;
  const items = (scale.items ?? []).map(({ item }) => item);
  const nested = scale.score === 'scales';
  if (nested !== (scale.parts !== undefined)) yield { where, problem: 'parts belong to the score scales' };
  if (nested === (scale.items !== undefined)) yield { where, problem: 'items belong to every score but scales' };
  if ((scale.score === 'sjt') !== (scale.sjt !== undefined)) yield { where, problem: 'sjt belongs to the score sjt' };
  for (const id of repeated(items)) yield { where, problem: `keys ${id} twice` };
  for (const id of without(items, ids(instrument.items))) yield { where, problem: `keys ${id}, which is no item` };
  const parts = (scale.parts ?? []).map((part) => part.scale);
  for (const id of without(parts, ids(instrument.scales)))
    yield { where, problem: `is made of ${id}, which is no scale` };
  yield* checkMatches(instrument, scale);
  yield* checkSjtKey(instrument, scale);
  yield* checkLevels(scale);
}

function* checkMatches({ items, formats }: Instrument, scale: InstrumentScale): Check {
  const counted = scale.score === 'match-count' || scale.score === 'choice-count';
  for (const { item, match } of scale.items ?? []) {
    const where = `scales/${scale.id}/${item}`;
    if (counted !== (match !== undefined)) yield { where, problem: 'match belongs to counts' };
    const points = formats[items.find(({ id }) => id === item)?.format ?? '']?.points ?? [];
    if (match !== undefined && !points.includes(match)) yield { where, problem: `matches ${match}, which is no point` };
  }
}

function* checkSjtKey({ keys = {} }: Instrument, { id, sjt, items = [] }: InstrumentScale): Check {
  if (sjt === undefined) return;
  const key = keys[sjt.key];
  if (key === undefined) yield { where: `scales/${id}`, problem: `names the unknown key ${sjt.key}` };
  const unkeyed = without(
    items.map(({ item }) => item),
    Object.keys(key?.values ?? {}),
  );
  for (const item of unkeyed) yield { where: `keys/${sjt.key}`, problem: `has no value for ${item}` };
}

function* checkLevels({ id, levels }: InstrumentScale): Check {
  const rising = levels?.every((bound, index) => index === 0 || bound > (levels[index - 1] ?? 0)) ?? true;
  if (!rising) yield { where: `scales/${id}`, problem: 'levels do not rise' };
}

/** An item that no scale reads, no role explains and no pair uses was forgotten. */
function* checkKeyed({ items, scales }: Instrument): Check {
  const keyed = new Set(scales.flatMap((scale) => (scale.items ?? []).map(({ item }) => item)));
  for (const { id, role } of items) {
    if (!keyed.has(id) && role === undefined) yield { where: `items/${id}`, problem: 'enters no scale' };
  }
}

function ids(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}
