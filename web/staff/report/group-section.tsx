import { useState } from 'preact/hooks';
import type { ComparisonReport } from '../../../server/contract/aggregate.schema.ts';
import type { CampaignReport } from '../../../server/contract/campaign.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Choice } from '../ui/field.tsx';
import { GroupFigure } from './group-figure.tsx';
import { type Dimension, dimensions, dimensionWords, groupsOf } from './group-words.ts';

/** «Do groups of pupils answer differently?»: one scale by language, sex, locality, type of school, or place. */
export function GroupSection({ report, comparison }: { report: CampaignReport; comparison: ComparisonReport }) {
  const language = useLanguage();
  const [dimension, choose] = useState<Dimension>('place');
  const [chosen, chooseScale] = useState(report.scales[0]?.id ?? '');
  const scale = report.scales.find(({ id }) => id === chosen) ?? report.scales[0];
  if (scale === undefined) return null;
  const told = dimensions.filter((one) => groupsOf(comparison.groups, one).length > 1);
  return (
    <section class="sheet stack" aria-labelledby="groups">
      <h2 id="groups">{m.groups_title()}</h2>
      <div class="fields">
        <Choice
          label={m.groups_by()}
          value={dimension}
          options={told.map((one) => [one, dimensionWords[one]()] as const)}
          onValue={choose}
        />
        <Choice
          label={m.groups_scale()}
          value={scale.id}
          options={report.scales.map(({ id, name }) => [id, name[language]] as const)}
          onValue={chooseScale}
        />
      </div>
      <GroupFigure
        name={`ustaz-${report.campaign.id}-${dimension}-${scale.id}`}
        scale={scale}
        groups={groupsOf(comparison.groups, dimension)}
        source={m.groups_source({ release: formatNumber(report.release), day: formatDay(report.releasedAt) })}
      />
      <p class="small">
        {m.groups_how()} {comparison.normOf === null ? '' : normWords[comparison.normOf]()} {m.groups_certain()}
      </p>
    </section>
  );
}

const normWords = { campaign: m.groups_norm_campaign, form: m.groups_norm_form } as const;
