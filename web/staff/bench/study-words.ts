import type { BenchInstrument, StudyHead, StudyKind } from '../../../server/contract/bench.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Tone } from '../ui/mark.tsx';

export const kindWords: Readonly<Record<StudyKind, () => string>> = {
  items: m.bench_kind_items,
  calibration: m.bench_kind_calibration,
  dif: m.bench_kind_dif,
  adaptive: m.bench_kind_adaptive,
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

/** Where the answers of a study came from, in the reader's words. */
export function sourceWords({ source }: Pick<StudyHead, 'source'>, instrument: BenchInstrument | undefined): string {
  const pilot = instrument?.pilots.find(({ id }) => id === source.id);
  if (pilot !== undefined) return m.bench_source_pilot({ title: pilot.title });
  const campaign = instrument?.campaigns.find(({ id }) => id === source.id);
  return campaign === undefined ? source.id : m.bench_source_campaign({ title: campaign.title });
}
