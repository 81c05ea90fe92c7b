import type { PanelDetail, PanelHead } from '../../../server/contract/panel.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { ExpertsPart } from './experts-part.tsx';
import { KeyDecision } from './key-decision.tsx';
import { KeyEffectPart } from './key-effect-part.tsx';
import { OutcomePart } from './outcome-part.tsx';
import { panelLeads, panelStates } from './panel-words.ts';

/** «Do the experts agree, what key comes of it, and shall it count?» */
export function PanelPage({ panel }: { panel: string }) {
  // The words of the situations come from the service: another language is asked for anew.
  return <PanelIn key={useLanguage()} id={panel} />;
}

function PanelIn({ id }: { id: string }) {
  const got = useGet<PanelDetail>(`/api/panels/${id}`);
  const panel = got.value;
  return (
    <Page
      title={panel === null ? m.panels_panel() : panel.title}
      crumbs={<a href="/staff/bench/panels">{m.panels_link()}</a>}
      lead={panel === null ? undefined : <p>{panelLeads[panel.state]()}</p>}
    >
      <Loaded got={got} lines={10}>
        {(known) => <PanelParts key={known.state} panel={known} onChange={got.reload} />}
      </Loaded>
    </Page>
  );
}

function PanelParts({ panel, onChange }: { panel: PanelDetail; onChange: () => void }) {
  const [tone, words] = panelStates[panel.state];
  const last = panel.rounds.at(-1);
  const isDecided = panel.state !== 'first' && panel.state !== 'second';
  return (
    <>
      {panel.demo ? (
        <Notice>
          <p>{m.panel_simulated()}</p>
        </Notice>
      ) : null}
      <p>
        <Mark tone={tone}>{words()}</Mark>
      </p>
      <ExpertsPart panel={panel} onChange={onChange} />
      <NextRound panel={panel} onChange={onChange} />
      {panel.rounds.map((outcome) => (
        <OutcomePart key={outcome.round} panel={panel} outcome={outcome} isLast={outcome === last} />
      ))}
      {isDecided ? (
        <>
          <KeyEffectPart panel={panel} onChange={onChange} />
          <KeyDecision panel={panel} mayPublish={last?.mayPublish ?? false} onDecided={onChange} />
        </>
      ) : null}
    </>
  );
}

function NextRound({ panel, onChange }: { panel: PanelDetail; onChange: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  if (panel.state !== 'first' && panel.state !== 'second') return null;
  const isFirst = panel.state === 'first';
  const close = () =>
    void sending
      .run(async () => {
        await api.send<PanelHead>('PUT', `/api/panels/${panel.id}/${isFirst ? 'second-round' : 'closing'}`, {});
      })
      .then((isDone) => (isDone ? onChange() : undefined));
  return (
    <div class="stack">
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
      <div>
        <Button look="quiet" busy={sending.isBusy} onPress={close}>
          {isFirst ? m.panel_to_second() : m.panel_to_close()}
        </Button>
      </div>
    </div>
  );
}
