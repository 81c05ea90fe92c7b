import type { Instrument } from '../schema/instrument.schema.ts';
import type { InstrumentText } from '../schema/text.schema.ts';
import { type Check, without } from './finding.ts';
import { checkWording } from './wording.ts';

/** A text: of this instrument and version, a label for every point, words for every item and scale, and none left over. */
export function* checkText(instrument: Instrument, text: InstrumentText): Check {
  if (text.instrument !== instrument.id) yield { where: 'instrument', problem: `is ${text.instrument}` };
  if (text.version !== instrument.version)
    yield { where: 'version', problem: `is ${text.version}, not ${instrument.version}` };
  yield* sameKeys('items', text.items, ids(instrument.items));
  yield* sameKeys('scales', text.scales, ids(instrument.scales));
  yield* sameKeys('formats', text.formats, Object.keys(instrument.formats));
  yield* sameKeys(
    'situations',
    text.situations ?? {},
    instrument.items.flatMap((item) => item.situation ?? []),
  );
  yield* checkLabels(instrument, text);
  yield* checkShapes(instrument, text);
  yield* checkStatus(text);
  for (const { where, words } of allWords(text)) yield* checkWording(where, words, text.language);
}

function* sameKeys(where: string, words: Readonly<Record<string, unknown>>, expected: readonly string[]): Check {
  const needed = [...new Set(expected)];
  for (const id of without(needed, Object.keys(words))) yield { where: `${where}/${id}`, problem: 'is missing' };
  for (const id of without(Object.keys(words), needed))
    yield { where: `${where}/${id}`, problem: 'belongs to nothing' };
}

function* checkLabels({ formats }: Instrument, text: InstrumentText): Check {
  for (const [id, { points }] of Object.entries(formats)) {
    const labels = text.formats[id]?.labels ?? [];
    if (labels.length !== points.length) {
      yield { where: `formats/${id}`, problem: `has ${labels.length} labels for ${points.length} points` };
    }
  }
}

function* checkShapes({ items, formats }: Instrument, text: InstrumentText): Check {
  for (const { id, format } of items) {
    const words = text.items[id];
    const pair = formats[format]?.kind === 'pair';
    if (words !== undefined && pair === (typeof words === 'string')) {
      yield {
        where: `items/${id}`,
        problem: pair ? 'needs its two alternatives a and b' : 'is one sentence, not a pair',
      };
    }
  }
}

function* checkStatus({ status, reviewedBy }: InstrumentText): Check {
  const adjudicators = new Set(reviewedBy.filter(({ role }) => role === 'adjudicator').map(({ name }) => name));
  if (status === 'adjudicated' && adjudicators.size < 2) {
    yield { where: 'status', problem: 'is adjudicated without two named adjudicators' };
  }
}

/** Every string of a text that a person reads, with its place. */
export function* allWords(text: InstrumentText): Iterable<{ where: string; words: string }> {
  const { title, intro, instructions, formats, items, situations = {}, scales } = text;
  yield* strings('', { title, intro, instructions });
  yield* strings('', { formats, items, situations, scales });
}

function* strings(where: string, value: unknown): Iterable<{ where: string; words: string }> {
  if (typeof value === 'string') yield { where, words: value };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) yield* strings(where === '' ? key : `${where}/${key}`, child);
  }
}

function ids(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}
