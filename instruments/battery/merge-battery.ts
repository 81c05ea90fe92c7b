import type { Battery, BatterySection } from '../schema/battery.schema.ts';
import type { Instrument, InstrumentScale } from '../schema/instrument.schema.ts';
import { formatIn, keyIn, type Members, membersOf, pagesOf } from './member.ts';

/**
 * The instruments of a battery as one form: whatever is built for one instrument (sittings, scores, profiles, explanations)
 * then works for all of them together. Formats and keys take their instrument's id before their own; items and scales keep
 * their ids, which are unique over a battery. Only what the battery shows is there: a scale keeps the items that are shown,
 * and one that has none left is gone. One scale is asked adaptively at most: the first whose whole bank the battery holds.
 * @throws RangeError when the battery names what is not there, or an item or scale id belongs to two instruments
 */
export function mergeBattery(battery: Battery, instruments: Members): Instrument {
  const members = membersOf(battery, instruments);
  const taken = new Map<string, number>();
  const sections = battery.sections.map((section) => mergedSection(section, instruments, taken));
  const shown = new Set(sections.flatMap(({ pages }) => pages.flatMap((page) => page.items)));
  const items = members.flatMap(({ id, items }) =>
    items.filter((item) => shown.has(item.id)).map((item) => ({ ...item, format: formatIn(id, item.format) })),
  );
  const scales = members.flatMap(({ id, scales }) => keptScales(scales, shown).map((scale) => inMerged(id, scale)));
  const adaptive = members.find((member) => member.adaptive?.items.every(({ item }) => shown.has(item)))?.adaptive;
  refuseRepeats('item', items);
  refuseRepeats('scale', scales);
  return {
    schemaVersion: 1,
    id: battery.id,
    version: battery.version,
    kind: 'battery',
    formats: entries(members, ({ id, formats }) =>
      Object.entries(formats).map(([name, it]) => [formatIn(id, name), it]),
    ),
    items,
    scales,
    sections,
    keys: entries(members, ({ id, keys = {} }) => Object.entries(keys).map(([name, key]) => [keyIn(id, name), key])),
    quality: mergedQuality(members, shown),
    ...(adaptive === undefined ? {} : { adaptive }),
  };
}

function mergedSection(
  section: BatterySection,
  instruments: Members,
  taken: Map<string, number>,
): Instrument['sections'][number] {
  const { id, minutes, shuffle, blocks, spread, breakAfter } = section;
  const pages = blocks.flatMap((block) =>
    pagesOf(block, instruments).map((page) => ({
      ...page,
      id: freeId(taken, `${block.instrument}-${page.id}`),
      block: block.instrument,
    })),
  );
  // Each of these items is a page of its own, or they would not spread.
  const dealt = (spread === undefined ? [] : pagesOf(spread, instruments)).flatMap(({ items }) =>
    items.map((item) => ({
      id: freeId(taken, `${spread?.instrument}-spread`),
      items: [item],
      block: spread?.instrument ?? '',
      spread: true,
    })),
  );
  return { id, minutes, shuffle, ...(breakAfter === undefined ? {} : { breakAfter }), pages: [...pages, ...dealt] };
}

function freeId(taken: Map<string, number>, id: string): string {
  const before = taken.get(id) ?? 0;
  taken.set(id, before + 1);
  return before === 0 ? id : `${id}-${before + 1}`;
}

/** Scales as far as the battery shows them; a nested one follows its parts. */
function keptScales(scales: readonly InstrumentScale[], shown: ReadonlySet<string>): InstrumentScale[] {
  const kept = scales.flatMap((scale) => {
    if (scale.items === undefined) return [scale];
    const items = scale.items.filter(({ item }) => shown.has(item));
    return items.length === 0 ? [] : [{ ...scale, items }];
  });
  const ids = new Set(kept.map(({ id }) => id));
  return kept.flatMap((scale) => {
    if (scale.parts === undefined) return [scale];
    const parts = scale.parts.filter((part) => ids.has(part.scale));
    return parts.length === 0 ? [] : [{ ...scale, parts }];
  });
}

function inMerged(instrument: string, scale: InstrumentScale): InstrumentScale {
  if (scale.sjt === undefined) return scale;
  return { ...scale, sjt: { ...scale.sjt, key: keyIn(instrument, scale.sjt.key) } };
}

function mergedQuality(members: readonly Instrument[], shown: ReadonlySet<string>): NonNullable<Instrument['quality']> {
  const pairs = (name: 'synonyms' | 'antonyms' | 'repeats') =>
    members.flatMap(({ quality }) => quality?.[name] ?? []).filter((pair) => pair.every((item) => shown.has(item)));
  return { synonyms: pairs('synonyms'), antonyms: pairs('antonyms'), repeats: pairs('repeats') };
}

function entries<T>(members: readonly Instrument[], of: (member: Instrument) => [string, T][]): Record<string, T> {
  return Object.fromEntries(members.flatMap(of));
}

function refuseRepeats(what: string, things: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) throw new RangeError(`The ${what} ${id} stands in two instruments of the battery`);
    seen.add(id);
  }
}
