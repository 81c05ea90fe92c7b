import type { KeyEffect } from '../../../server/contract/key-effect.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { shown } from '../bench/figures.ts';

/** What a key would move, line by line. */
export function KeyEffectList({ effect }: { effect: KeyEffect }) {
  const { looked, scored, correlation, thirdChanged, leaveOneOut } = effect;
  return (
    <ul class="plain-list">
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
