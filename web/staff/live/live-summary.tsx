import type { LivePupilRow } from '../../../server/contract/live.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Mark } from '../ui/mark.tsx';
import { calledBy, liveLooks, liveStates, type Naming } from './live-words.ts';
import { needsHand, tallyOf } from './room-state.ts';

/** How many are doing what, and who may need a hand: the one line of the page that is said aloud as it changes. */
export function LiveSummary({ pupils, naming }: { pupils: readonly LivePupilRow[]; naming: Naming }) {
  const tally = tallyOf(pupils);
  const called = pupils.flatMap((row, index) => (needsHand(row) ? [calledBy(naming, row.name, index)] : []));
  return (
    <div class="live-summary">
      <ul class="live-tally" aria-label={m.live_tally()}>
        {liveStates
          .filter((state) => tally[state] > 0)
          .map((state) => (
            <li key={state}>
              <strong>{formatNumber(tally[state])}</strong>{' '}
              <Mark tone={liveLooks[state][0]}>{liveLooks[state][1]()}</Mark>
            </li>
          ))}
        {tally.unsent === 0 ? null : (
          <li>
            <strong>{formatNumber(tally.unsent)}</strong> <Mark tone="warn">{m.live_devices_unsent()}</Mark>
          </li>
        )}
      </ul>
      <p role="status" class={called.length === 0 ? 'live-hand soft' : 'live-hand'}>
        {called.length === 0 ? m.live_nobody_stuck() : m.live_hand({ names: called.join(', ') })}
      </p>
    </div>
  );
}
