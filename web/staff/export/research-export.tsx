import { useState } from 'preact/hooks';
import type { Campaign } from '../../../server/contract/campaign.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** A campaign's pseudonymous data for researchers: CSV, SPSS syntax and dictionary in one file. */
export function ResearchExport({ campaigns }: { campaigns: readonly Campaign[] }) {
  const language = useLanguage();
  const { session } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [chosen, setChosen] = useState(campaigns[0]?.id ?? '');
  const save = () =>
    run(async () =>
      download(`ustaz-research-${chosen}.zip`, await fetchFile(session, `/api/campaigns/${chosen}/research.zip`)),
    );
  return (
    <section class="sheet stack" aria-label={m.research_title()}>
      <h2>{m.research_title()}</h2>
      <p>{m.research_what()}</p>
      {campaigns.length === 0 ? (
        <Empty title={m.campaigns_empty()} />
      ) : (
        <>
          <Choice
            label={m.research_campaign()}
            value={chosen}
            options={campaigns.map(
              ({ id, title, year, regionName }) =>
                [id, `${regionName[language]}, ${year}: ${title[language]}`] as const,
            )}
            onValue={setChosen}
          />
          {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} onRetry={save} />}
          <div class="row">
            <Button look="quiet" busy={isBusy} onPress={save}>
              {m.research_save()}
            </Button>
          </div>
          <p class="small">{m.export_audited()}</p>
        </>
      )}
    </section>
  );
}
