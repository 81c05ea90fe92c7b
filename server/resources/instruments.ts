import { type InstrumentForm, instrumentForm } from '../contract/instrument.schema.ts';
import { id, language, semver } from '../contract/primitives.schema.ts';
import { shape } from '../contract/shape.ts';
import type { Language } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, FileReply, Reply } from '../http/endpoint.ts';
import type { ShelvedInstrument } from '../instrument-shelf.ts';

type InstrumentText = ReturnType<ShelvedInstrument['text']>;

const forever = 'public, max-age=31536000, immutable';

/** The words' own schema is held by `instruments/schema` and checked when they are loaded. */
const anyObject = { type: 'object' } as const;

const instrumentParams = {
  type: 'object',
  additionalProperties: false,
  required: ['instrument', 'version'],
  properties: { instrument: id, version: semver },
} as const;

const textParams = {
  type: 'object',
  additionalProperties: false,
  required: ['instrument', 'version', 'language'],
  properties: { instrument: id, version: semver, language },
} as const;

export const readInstrument = endpoint({
  method: 'get',
  path: '/api/instruments/:instrument/:version',
  summary: 'Items, formats and order of an instrument; never changes for a version',
  permission: 'anyone',
  scope: 'none',
  params: shape<{ instrument: string; version: string }>(instrumentParams),
  reply: shape<InstrumentForm>(instrumentForm),
  audit: null,
  handle: async (stores, { params }) =>
    new Reply(toForm(stores.instruments.version(params.instrument, params.version)), { cache: forever }),
});

export const readInstrumentText = endpoint({
  method: 'get',
  path: '/api/instruments/:instrument/:version/texts/:language',
  summary: 'The words of an instrument in one language; never change for a version',
  permission: 'anyone',
  scope: 'none',
  params: shape<{ instrument: string; version: string; language: Language }>(textParams),
  reply: shape<object>(anyObject),
  audit: null,
  handle: async (stores, { params }) =>
    new Reply<object>(
      withAddresses(stores.instruments.version(params.instrument, params.version).text(params.language)),
      {
        cache: forever,
      },
    ),
});

const recordingParams = {
  type: 'object',
  additionalProperties: false,
  required: ['instrument', 'version', 'file'],
  properties: {
    instrument: id,
    version: semver,
    file: { type: 'string', maxLength: 80, pattern: '^[a-z0-9][a-z0-9.-]*$' },
  },
} as const;

const soundTypes: Readonly<Record<string, string>> = { mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav' };

export const readRecording = endpoint({
  method: 'get',
  path: '/api/instruments/:instrument/:version/recordings/:file',
  summary: 'An item read aloud, where the instrument brings a recording; never changes for a version',
  permission: 'anyone',
  scope: 'none',
  params: shape<{ instrument: string; version: string; file: string }>(recordingParams),
  reply: { file: 'audio/*' },
  audit: null,
  async handle(stores, { params: { instrument, version, file } }) {
    const content = stores.instruments.recording(instrument, version, file);
    const type = soundTypes[file.split('.').at(-1) ?? ''];
    if (content === null || type === undefined) throw new Problem('not-found');
    return new FileReply(file, content, undefined, { type, cache: forever });
  },
});

/** Where a page finds each recording; a battery's belong to its instruments, and say so. */
function withAddresses(text: InstrumentText): InstrumentText {
  if (text.audio === undefined) return text;
  const address = (recording: string): string => {
    const [instrument, version, file] = recording.includes('/')
      ? recording.split('/')
      : [text.instrument, text.version, recording];
    return `/api/instruments/${instrument}/${version}/recordings/${file}`;
  };
  const audio = Object.entries(text.audio).map(([item, recording]) => [item, address(recording)]);
  return { ...text, audio: Object.fromEntries(audio) };
}

/** What a device needs to ask the questions: the bank of an adaptive scale, so that it chooses without a network; else no keys, no types of a pair, no marks of attention items. */
function toForm({ instrument, adaptive }: ShelvedInstrument): InstrumentForm {
  const { id, version, formats, items, sections } = instrument;
  return {
    id,
    version,
    formats: Object.entries(formats).map(([name, { kind, points, seconds }]) => ({
      id: name,
      kind,
      points: [...points],
      seconds,
    })),
    items: items.map(({ id: item, format, situation = null }) => ({ id: item, format, situation })),
    sections: sections.map(({ id: section, minutes, shuffle, pages, breakAfter }) => ({
      id: section,
      minutes,
      shuffle,
      ...(breakAfter === undefined ? {} : { breakAfter }),
      pages: pages.map(toPage),
    })),
    ...(adaptive === null ? {} : { adaptive: toAdaptive(adaptive) }),
  };
}

type Page = ShelvedInstrument['instrument']['sections'][number]['pages'][number];

function toPage({ id, situation, items, ...order }: Page): InstrumentForm['sections'][number]['pages'][number] {
  return { id, situation: situation ?? null, items: [...items], ...order };
}

const toAdaptive = ({
  items,
  areas,
  ...rest
}: NonNullable<ShelvedInstrument['adaptive']>): NonNullable<InstrumentForm['adaptive']> => ({
  ...rest,
  ...(areas === undefined ? {} : { areas: [...areas] }),
  items: items.map(({ b, points, ...item }) => ({ ...item, b: [...b], points: [...points] })),
});
