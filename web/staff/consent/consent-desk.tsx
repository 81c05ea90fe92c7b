import { useState } from 'preact/hooks';
import type { ConsentOverview } from '../../../server/contract/consent-overview.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentFilters } from './consent-filters.tsx';
import { ConsentSeries } from './consent-series.tsx';
import { ConsentTable } from './consent-table.tsx';
import { PrintReminders } from './print-reminders.tsx';
import { hasGap, type Overview, type OverviewPupil } from './use-overview.ts';

/** The pupils who are missing something, and the three things to do: print, record a pile of papers, look at one. */
export function ConsentDesk({
  school,
  found,
  overview,
}: {
  school: string;
  found: ConsentOverview;
  overview: Overview;
}) {
  const { purpose, gap, only } = overview;
  const [asked, setAsked] = useState<OverviewPupil | null>(null);
  // The pile as it lay when it was taken up: a paper written down does not move the next one.
  const [pile, setPile] = useState<readonly OverviewPupil[] | null>(null);
  const ofClass = found.pupils.filter((row) => only === '' || row.class === only);
  const shown = ofClass.filter((row) => hasGap(row, gap));
  const unsigned = shown.filter(({ guardian }) => guardian !== 'given');
  return (
    <section class="sheet stack">
      <ConsentFilters all={found.pupils} ofClass={ofClass} overview={overview} />
      <div class="row bottom">
        {unsigned.length === 0 ? null : (
          <Button onPress={() => setPile(unsigned)}>{m.series_begin({ count: formatNumber(unsigned.length) })}</Button>
        )}
        {shown.length === 0 ? null : <PrintReminders school={school} purpose={purpose} pupils={shown} />}
      </div>
      <p class="small" role="status">
        {m.class_shown({ count: formatNumber(shown.length), of: formatNumber(found.pupils.length) })}
      </p>
      {shown.length === 0 ? (
        <Empty title={found.pupils.length === 0 ? m.school_empty() : m.consents_none()}>{m.consents_none_next()}</Empty>
      ) : (
        <ConsentTable pupils={shown} purpose={purpose} onAsk={setAsked} />
      )}
      {asked === null ? null : (
        <ConsentDialog pupil={asked} onRecorded={overview.got.reload} onClose={() => setAsked(null)} />
      )}
      {pile === null ? null : (
        <ConsentSeries
          pile={pile}
          purpose={purpose}
          onRecorded={overview.got.reload}
          onClose={() => {
            setPile(null);
            overview.got.reload();
          }}
        />
      )}
    </section>
  );
}
