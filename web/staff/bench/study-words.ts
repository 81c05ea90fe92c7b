import type { BenchInstrument, GroupColumn, StudyHead, StudyKind } from '../../../server/contract/bench.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languageWords } from '../ui/language-words.ts';
import type { Tone } from '../ui/mark.tsx';

export const kindWords: Readonly<Record<StudyKind, () => string>> = {
  items: m.bench_kind_items,
  calibration: m.bench_kind_calibration,
  dif: m.bench_kind_dif,
  adaptive: m.bench_kind_adaptive,
  norm: m.bench_kind_norm,
  'key-effect': m.bench_kind_key_effect,
  'rescore-preview': m.bench_kind_rescore_preview,
};

export const stateWords: Readonly<Record<StudyHead['state'], readonly [Tone, () => string]>> = {
  waiting: ['none', m.bench_state_waiting],
  running: ['going', m.bench_state_running],
  done: ['good', m.bench_state_done],
  failed: ['bad', m.bench_state_failed],
  cancelled: ['none', m.bench_state_cancelled],
  interrupted: ['warn', m.bench_state_interrupted],
};

export const groupWords = {
  language: m.bench_group_language,
  sex: m.bench_group_sex,
  locality: m.bench_group_locality,
  device: m.bench_group_device,
} as const;

/** The values of a group that can be asked about. */
export const focalValues: Readonly<Record<GroupColumn, readonly string[]>> = {
  language: ['kk', 'ru', 'en'],
  sex: ['female', 'male'],
  locality: ['rural', 'urban'],
  device: ['phone', 'computer'],
};

const focals: Readonly<Record<string, () => string>> = {
  ...languageWords,
  female: m.bench_focal_female,
  male: m.bench_focal_male,
  rural: m.bench_focal_rural,
  urban: m.bench_focal_urban,
  phone: m.bench_focal_phone,
  computer: m.bench_focal_computer,
};

/** A value of a group in the reader's words; one that no page offers stands as it is. */
export const focalWords = (value: string): string => focals[value]?.() ?? value;

export const modelWords = { grm: 'GRM', gpcm: 'GPCM', '2pl': '2PL', rasch: 'Rasch' } as const;

export const isUnderWay = ({ state }: Pick<StudyHead, 'state'>): boolean => state === 'waiting' || state === 'running';

export const studyPath = ({ instrument, id }: Pick<StudyHead, 'instrument' | 'id'>): string =>
  `/staff/bench/${instrument}/${id}`;

/** A campaign with its region: the same title runs in several. */
export const campaignWords = ({ title, region }: BenchInstrument['campaigns'][number]): string =>
  m.bench_source_campaign({ title, region });

/** Where the answers of a study came from, in the reader's words. */
export function sourceWords({ source }: Pick<StudyHead, 'source'>, instrument: BenchInstrument | undefined): string {
  const pilot = instrument?.pilots.find(({ id }) => id === source.id);
  if (pilot !== undefined) return m.bench_source_pilot({ title: pilot.title });
  const campaign = instrument?.campaigns.find(({ id }) => id === source.id);
  return campaign === undefined ? source.id : campaignWords(campaign);
}
