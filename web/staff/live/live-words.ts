import type { LivePupilRow } from '../../../server/contract/live.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Tone } from '../ui/mark.tsx';

export type LiveState = LivePupilRow['state'];

/** What a pupil is doing, in a word and a shape; the order is that of the summary. */
export const liveLooks: Readonly<Record<LiveState, readonly [Tone, () => string]>> = {
  stuck: ['warn', m.live_stuck],
  away: ['bad', m.live_away],
  waiting: ['warn', m.live_waiting],
  absent: ['none', m.live_absent],
  ready: ['going', m.live_ready],
  answering: ['going', m.live_answering],
  finished: ['good', m.live_finished],
};

export const liveStates: readonly LiveState[] = [
  'stuck',
  'away',
  'waiting',
  'absent',
  'ready',
  'answering',
  'finished',
];

/** How pupils are called on the screen: a projector in a classroom shows no names. */
export const namings = ['names', 'initials', 'numbers'] as const;
export type Naming = (typeof namings)[number];

/** «Сәрсенова Айнұр» as her name, «С. А.», or her number in the alphabetical list (which is that of the printed codes). */
export function calledBy(naming: Naming, name: string, index: number): string {
  if (naming === 'names') return name;
  if (naming === 'numbers') return `№ ${index + 1}`;
  return name
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}.`)
    .join(' ');
}
