import type { LivePupilRow } from '../../../server/contract/live.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Mark } from '../ui/mark.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { liveLooks } from './live-words.ts';

/** One pupil as seen across a room: who, what they are doing, how far; never an answer. */
export function PupilTile({ row, called, now }: { row: LivePupilRow; called: string; now: number }) {
  const { state, answered, of, unsent, section, sections, since } = row;
  const [tone, words] = liveLooks[state];
  const hasBegun = answered > 0 && state !== 'finished';
  return (
    <li class={`live-tile is-${state}`}>
      <p class="live-name">{called}</p>
      <p class="live-state">
        <Mark tone={tone}>{words()}</Mark>
        {since === null ? null : <span>{m.live_since({ minutes: minutesSince(since, now) })}</span>}
      </p>
      {hasBegun ? (
        <p class="live-progress">
          <ProgressBar done={answered} of={of} />
          <span>{m.n_of({ done: formatNumber(answered), of: formatNumber(of) })}</span>
          {section === null || sections < 2 ? null : (
            <span>{m.live_section({ section: formatNumber(section), of: formatNumber(sections) })}</span>
          )}
        </p>
      ) : null}
      {(unsent ?? 0) > 0 ? (
        <p class="live-unsent">
          <Mark tone="warn">{m.live_unsent({ count: formatNumber(unsent ?? 0) })}</Mark>
        </p>
      ) : null}
    </li>
  );
}

const minutesSince = (since: string, now: number): string =>
  formatNumber(Math.max(1, Math.round((now - Date.parse(since)) / 60_000)));
