import { useState } from 'preact/hooks';
import type { DecisionWire } from '../../../server/contract/norm.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** Something that is put into force and taken out of it by a person in their own name: a norm, a key. */
export type Decided = { published: DecisionWire; withdrawn: DecisionWire };

/** `act` null: nothing can be decided now. */
export type Act = 'publication' | 'withdrawal' | null;

/** What was decided, by whom and why, and the next decision with its reason. */
export function DecisionForm({
  of,
  path,
  act,
  lead,
  words,
  onDecided,
}: {
  of: Decided;
  /** Of the thing decided on; the act is added. */
  path: string;
  act: Act;
  lead?: string | undefined;
  words: { publish: string; withdraw: string };
  onDecided: () => void;
}) {
  const { api } = useStaff();
  const [reason, setReason] = useState('');
  const sending = useSend();
  const decision = of.withdrawn ?? of.published;
  const decide = (event: Event) => {
    event.preventDefault();
    void sending
      .run(async () => {
        await api.send('PUT', `${path}/${act}`, { reason });
        setReason('');
      })
      .then((isDone) => (isDone ? onDecided() : undefined));
  };
  return (
    <>
      {decision === null ? null : (
        <Notice tone={of.withdrawn === null ? 'good' : 'warn'}>
          <p>{m.norms_decided({ name: decision.name, at: formatInstant(decision.at), reason: decision.reason })}</p>
        </Notice>
      )}
      {act === null ? null : (
        <form class="stack narrow-text no-print" onSubmit={decide}>
          {lead === undefined ? null : <p>{lead}</p>}
          {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
          <TextArea label={m.norms_reason()} hint={m.norms_reason_hint()} value={reason} onValue={setReason} rows={2} />
          <div>
            <Button type="submit" look={act === 'publication' ? 'main' : 'danger'} busy={sending.isBusy}>
              {act === 'publication' ? words.publish : words.withdraw}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
