import type { GroupColumn, NewStudy, StudyHead } from '../../../server/contract/bench.schema.ts';

export type StudyDraft = {
  kind: NewStudy['kind'];
  /** `campaign:id` or `pilot:id`; empty for the first there is, the newest pilot. */
  source: string;
  scale: string;
  model: 'rasch' | '2pl' | 'grm' | 'gpcm';
  group: GroupColumn;
  focal: string;
  dropped: string;
  calibration: string;
  maxItems: string;
  seed: string;
};

export const emptyStudy = (): StudyDraft => ({
  kind: 'items',
  source: '',
  scale: '',
  model: 'grm',
  group: 'language',
  focal: 'kk',
  dropped: '',
  calibration: '',
  maxItems: '6',
  seed: '1',
});

/** What the address asks for, as the page of another study suggests it. */
export function draftFrom(query: Readonly<Record<string, string | undefined>>): StudyDraft {
  const draft = emptyStudy();
  const kind = formKinds.find((one) => one === query.kind) ?? draft.kind;
  const { source = '', scale = '', dropped = '', calibration = '' } = query;
  return { ...draft, kind, source, scale, dropped, calibration };
}

const formKinds: readonly NewStudy['kind'][] = ['items', 'calibration', 'dif', 'adaptive'];

const namesOf = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What is sent; the server says what is wrong with it. */
export function toNewStudy(draft: StudyDraft, instrument: string): NewStudy {
  const { kind, scale, model, group, focal, dropped, calibration, maxItems, seed } = draft;
  const [where, id = ''] = draft.source.split(':');
  const names = namesOf(dropped);
  return {
    kind,
    instrument,
    source: { kind: where === 'pilot' ? 'pilot' : 'campaign', id },
    settings: {
      seed: Number(seed) || 1,
      ...(scale === '' ? {} : { scale }),
      ...(names.length === 0 ? {} : { dropped: names }),
      ...(kind === 'calibration' ? { model } : {}),
      ...(kind === 'dif' ? { group, focal } : {}),
      ...(kind === 'adaptive' ? { calibration, maxItems: Number(maxItems) || 6 } : {}),
    },
  };
}

export const finishedCalibrations = (studies: readonly StudyHead[]): StudyHead[] =>
  studies.filter(({ kind, state }) => kind === 'calibration' && state === 'done');
