import { useState } from 'preact/hooks';
import type { PanelDetail, PanelHead } from '../../../server/contract/panel.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** A person's decision about the key, with their reason; what was decided stays to be read. */
export function KeyDecision({
  panel,
  mayPublish,
  onDecided,
}: {
  panel: PanelDetail;
  mayPublish: boolean;
  onDecided: () => void;
}) {
  const { api } = useStaff();
  const [reason, setReason] = useState('');
  const sending = useSend();
  const decision = panel.withdrawn ?? panel.published;
  const act = panel.state === 'closed' ? 'publication' : 'withdrawal';
  const isAsked = (panel.state === 'closed' && mayPublish) || panel.state === 'published';
  const decide = (event: Event) => {
    event.preventDefault();
    void sending
      .run(async () => {
        await api.send<PanelHead>('PUT', `/api/panels/${panel.id}/${act}`, { reason });
        setReason('');
      })
      .then((isDone) => (isDone ? onDecided() : undefined));
  };
  if (decision === null && !isAsked) return null;
  return (
    <section class="sheet stack">
      <h2>{m.panel_decision()}</h2>
      {decision === null ? null : (
        <Notice tone={panel.withdrawn === null ? 'good' : 'warn'}>
          <p>{m.norms_decided({ name: decision.name, at: formatInstant(decision.at), reason: decision.reason })}</p>
        </Notice>
      )}
      {isAsked ? (
        <form class="stack narrow-text no-print" onSubmit={decide}>
          {act === 'publication' ? <p>{m.panel_publish_lead()}</p> : null}
          {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
          <TextArea label={m.norms_reason()} hint={m.norms_reason_hint()} value={reason} onValue={setReason} rows={2} />
          <div>
            <Button type="submit" look={act === 'publication' ? 'main' : 'danger'} busy={sending.isBusy}>
              {act === 'publication' ? m.panel_publish() : m.panel_withdraw()}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
