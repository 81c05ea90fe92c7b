import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { actionWords, howWords, knownByWords, partyWords, purposeWords } from './consent-words.ts';

/** Every line of the log, newest first: lines are only ever added. */
export function ConsentLog({ events }: { events: ConsentSummary['events'] }) {
  if (events.length === 0) return <p class="soft">{m.paper_log_empty()}</p>;
  return (
    <ol class="log">
      {[...events].reverse().map((event) => (
        <li key={`${event.at} ${event.purpose} ${event.party}`}>
          <span class="small">{formatInstant(event.at)}</span>
          <br />
          {purposeWords[event.purpose]()}, {partyWords[event.party]()}: <b>{actionWords[event.action]()}</b>
          <br />
          <span class="small">
            {howWords[event.how]()}
            {event.knownBy === undefined ? '' : ` (${knownByWords[event.knownBy]()})`} · {event.wording},{' '}
            {event.language}
          </span>
        </li>
      ))}
    </ol>
  );
}
