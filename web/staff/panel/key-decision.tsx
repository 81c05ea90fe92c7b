import type { PanelDetail } from '../../../server/contract/panel.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Act, DecisionForm } from '../norms/decision-form.tsx';

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
  const act: Act =
    panel.state === 'published' ? 'withdrawal' : panel.state === 'closed' && mayPublish ? 'publication' : null;
  if (panel.published === null && panel.withdrawn === null && act === null) return null;
  return (
    <section class="sheet stack">
      <h2>{m.panel_decision()}</h2>
      <DecisionForm
        of={panel}
        path={`/api/panels/${panel.id}`}
        act={act}
        lead={act === 'publication' ? m.panel_publish_lead() : undefined}
        words={{ publish: m.panel_publish(), withdraw: m.panel_withdraw() }}
        onDecided={onDecided}
      />
    </section>
  );
}
