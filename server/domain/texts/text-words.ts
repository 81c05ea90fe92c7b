import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';

/** Every phrase of a text by its place: `items/MI1`, `items/W3/a`, `formats/likeness/labels/2`, `scales/fallback/low`. */
export function wordsOf(text: InstrumentText): Map<string, string> {
  const words = new Map<string, string>();
  for (const name of ['title', 'intro', 'instructions', 'formats', 'items', 'situations', 'scales'] as const) {
    collect(name, text[name], words);
  }
  return words;
}

function collect(place: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(place, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) collect(`${place}/${key}`, part, into);
  }
}

/** The same text with some phrases replaced; places that it does not have are passed over. */
export function withWords(text: InstrumentText, changed: ReadonlyMap<string, string>): InstrumentText {
  const replaced = <Part>(place: string, value: Part): Part => replacedIn(place, value, changed);
  const { title, intro, instructions, formats, items, situations, scales } = text;
  return {
    ...text,
    title: replaced('title', title),
    intro: replaced('intro', intro),
    instructions: replaced('instructions', instructions),
    formats: replaced('formats', formats),
    items: replaced('items', items),
    ...(situations === undefined ? {} : { situations: replaced('situations', situations) }),
    scales: replaced('scales', scales),
  };
}

function replacedIn<Part>(place: string, value: Part, changed: ReadonlyMap<string, string>): Part;
function replacedIn(place: string, value: unknown, changed: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return changed.get(place) ?? value;
  if (Array.isArray(value)) return value.map((part, index) => replacedIn(`${place}/${index}`, part, changed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, replacedIn(`${place}/${key}`, part, changed)]),
  );
}
