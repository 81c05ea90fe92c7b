import { useState } from 'preact/hooks';
import type { KeyEffect } from '../../../server/contract/key-effect.schema.ts';
import type { PanelDetail } from '../../../server/contract/panel.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { shown } from '../bench/figures.ts';
import { Choice } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';

/** Before anybody decides: how many of a campaign's pupils the key would move. */
export function KeyEffectPart({ panel }: { panel: PanelDetail }) {
  const [campaign, setCampaign] = useState(panel.campaigns[0]?.id ?? '');
  const [asked, setAsked] = useState<string | null>(null);
  const got = useGet<KeyEffect>(asked === null ? null : `/api/campaigns/${asked}/panels/${panel.id}/effect`);
  return (
    <section class="sheet stack">
      <h2>{m.panel_effect_title()}</h2>
      {panel.campaigns.length === 0 ? (
        <p>{m.panel_effect_none()}</p>
      ) : (
        <>
          <p class="soft narrow-text">{m.panel_effect_lead()}</p>
          <div class="fields">
            <Choice
              label={m.bench_source()}
              value={campaign}
              options={panel.campaigns.map(({ id, title }) => [id, title] as const)}
              onValue={setCampaign}
            />
          </div>
          <div>
            <Button look="quiet" busy={got.isLoading} onPress={() => setAsked(campaign)}>
              {m.panel_effect_look()}
            </Button>
          </div>
          {asked === null ? null : (
            <Loaded got={got} lines={4}>
              {(effect) => <Effect effect={effect} />}
            </Loaded>
          )}
        </>
      )}
    </section>
  );
}

function Effect({ effect }: { effect: KeyEffect }) {
  const { looked, scored, correlation, thirdChanged, leaveOneOut } = effect;
  return (
    <ul>
      <li>{m.panel_effect_scored({ looked: formatNumber(looked), scored: formatNumber(scored) })}</li>
      <li>{m.panel_effect_r({ r: shown(correlation) })}</li>
      <li>{m.panel_effect_third({ n: formatNumber(thirdChanged) })}</li>
      {leaveOneOut === null ? null : <li>{m.panel_effect_loo({ n: formatNumber(leaveOneOut) })}</li>}
      <li>
        {m.panel_effect_invited({
          before: formatNumber(effect.invitedBefore),
          after: formatNumber(effect.invitedAfter),
          anew: formatNumber(effect.invitedAnew),
          gone: formatNumber(effect.notAnyMore),
        })}
      </li>
    </ul>
  );
}
