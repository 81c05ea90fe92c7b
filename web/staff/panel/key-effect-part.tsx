import { useState } from 'preact/hooks';
import type { StudyHead } from '../../../server/contract/bench.schema.ts';
import type { PanelDetail } from '../../../server/contract/panel.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { KeptStudies } from '../bench/kept-studies.tsx';
import { FollowedStudy } from '../bench/study-standing.tsx';
import { isUnderWay } from '../bench/study-words.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { KeyEffectList } from './key-effect-list.tsx';

/** Before anybody decides: how many of a campaign's pupils the key would move. Computed beside the service and kept. */
export function KeyEffectPart({ panel, onChange }: { panel: PanelDetail; onChange: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const [campaign, setCampaign] = useState(panel.campaigns[0]?.id ?? '');
  const [latest] = panel.effects;
  const ask = () =>
    void sending
      .run(async () => void (await api.send<StudyHead>('POST', `/api/campaigns/${campaign}/panels/${panel.id}/effect`)))
      .then(onChange);
  return (
    <section class="sheet stack">
      <h2>{m.panel_effect_title()}</h2>
      {panel.campaigns.length === 0 ? (
        <p>{m.panel_effect_none()}</p>
      ) : (
        <>
          <p class="soft narrow-text">{m.panel_effect_lead()}</p>
          {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
          <div class="fields">
            <Choice
              label={m.bench_source()}
              value={campaign}
              options={panel.campaigns.map(({ id, title }) => [id, title] as const)}
              onValue={setCampaign}
            />
          </div>
          <div>
            <Button look="quiet" busy={sending.isBusy || (latest !== undefined && isUnderWay(latest))} onPress={ask}>
              {m.panel_effect_look()}
            </Button>
          </div>
        </>
      )}
      {latest === undefined ? null : (
        <FollowedStudy
          key={latest.id}
          id={latest.id}
          title={campaignOf(panel, latest)}
          onEnd={() => (isUnderWay(latest) ? onChange() : undefined)}
        >
          {({ report }) => (report?.kind === 'key-effect' ? <KeyEffectList effect={report.effect} /> : null)}
        </FollowedStudy>
      )}
      <KeptStudies title={m.panel_effect_kept()} studies={panel.effects} about={(study) => campaignOf(panel, study)} />
    </section>
  );
}

const campaignOf = ({ campaigns }: PanelDetail, { source }: StudyHead): string =>
  campaigns.find(({ id }) => id === source.id)?.title ?? source.id;
