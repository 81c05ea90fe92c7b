import type { Battery } from '../schema/battery.schema.ts';
import type { Instrument } from '../schema/instrument.schema.ts';
import type { InstrumentText } from '../schema/text.schema.ts';
import { formatIn } from './member.ts';

/**
 * The words of a battery's merged form in one language, out of those of its instruments, in the battery's order. The status
 * is the least of theirs: one draft makes the whole a draft.
 * @throws RangeError without any text
 */
export function mergeTexts(battery: Battery, form: Instrument, texts: readonly InstrumentText[]): InstrumentText {
  const first = texts[0];
  if (first === undefined) throw new RangeError(`${battery.id} has no texts to merge`);
  const { language } = first;
  const items = new Set(form.items.map(({ id }) => id));
  const situations = new Set(form.items.flatMap(({ situation }) => situation ?? []));
  const scales = new Set(form.scales.map(({ id }) => id));
  const audio = texts.flatMap(recordings).filter(([id]) => items.has(id));
  return {
    schemaVersion: 1,
    instrument: battery.id,
    version: battery.version,
    language,
    status: texts.every(({ status }) => status === first.status)
      ? first.status
      : texts.some(({ status }) => status === 'draft')
        ? 'draft'
        : 'adjudicated',
    reviewedBy: [],
    title: battery.title[language],
    intro: battery.intro?.[language] ?? first.intro,
    instructions: battery.instructions?.[language] ?? first.instructions,
    formats: merged(texts, ({ instrument, formats }) =>
      Object.entries(formats).map(([name, words]) => [formatIn(instrument, name), words]),
    ),
    items: merged(texts, (text) => Object.entries(text.items).filter(([id]) => items.has(id))),
    situations: merged(texts, (text) => Object.entries(text.situations ?? {}).filter(([id]) => situations.has(id))),
    scales: merged(texts, (text) => Object.entries(text.scales).filter(([id]) => scales.has(id))),
    blocks: merged(texts, ({ instrument, title, instructions }) => [[instrument, { title, instructions }]]),
    ...(audio.length === 0 ? {} : { audio: Object.fromEntries(audio) }),
  };
}

/** A recording goes on belonging to the instrument that brought it. */
const recordings = ({ instrument, version, audio = {} }: InstrumentText): [string, string][] =>
  Object.entries(audio).map(([item, file]) => [item, `${instrument}/${version}/${file}`]);

function merged<T>(texts: readonly InstrumentText[], of: (text: InstrumentText) => [string, T][]): Record<string, T> {
  return Object.fromEntries(texts.flatMap(of));
}
