import { m } from '../../i18n/generated/messages.js';
import type { OutboxState } from '../../offline/outbox.ts';

type Props = { state: OutboxState; isDurable: boolean; answered: number };

/** The honest line: where the answers are at this moment. Only a change of the matter is said aloud, not each count. */
export function SaveLine({ state, isDurable, answered }: Props) {
  const { tone, text } = whereAnswersAre(state, isDurable, answered);
  return (
    <p class={`save ${tone}`}>
      <span class="dot" aria-hidden="true" />
      <span>{text}</span>
      <span class="unseen" role="status">
        {tone === 'sent' || tone === 'new' ? '' : tone === 'waits' ? m.error_network() : text}
      </span>
    </p>
  );
}

type Place = { tone: 'new' | 'sent' | 'goes' | 'waits' | 'refused'; text: string };

export function whereAnswersAre({ waiting, refused, line }: OutboxState, isDurable: boolean, answered: number): Place {
  if (refused > 0) return { tone: 'refused', text: m.save_refused({ count: refused }) };
  if (waiting > 0 && line === 'offline') {
    return { tone: 'waits', text: isDurable ? m.save_waiting({ count: waiting }) : m.save_tab({ count: waiting }) };
  }
  if (waiting > 0) return { tone: 'goes', text: m.save_sending({ count: waiting }) };
  return answered > 0 ? { tone: 'sent', text: m.save_server() } : { tone: 'new', text: m.save_none() };
}
