import { useState } from 'preact/hooks';
import type { Helpline } from '../../../server/contract/helpline.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { languageNames, languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { useRegions } from './use-regions.ts';

/** «Whom can a child call?»: a department's own region, any region for the operator. */
export function HelplinePage() {
  const language = useLanguage();
  const { me } = useStaff();
  const regions = useRegions();
  const [chosen, setChosen] = useState(me.region);
  const region = chosen ?? regions[0]?.id ?? null;
  const got = useGet<Helpline>(region === null ? null : `/api/regions/${region}/helpline`);
  return (
    <Page title={m.helpline_title()} lead={<p>{m.helpline_lead()}</p>}>
      {me.region !== null || region === null ? null : (
        <div class="narrow-field">
          <Choice
            label={m.helpline_region()}
            value={region}
            options={regions.map(({ id, names }) => [id, names[language]] as const)}
            onValue={setChosen}
          />
        </div>
      )}
      <Loaded got={got} lines={8}>
        {(found) => <Texts key={`${found.region} ${found.changedAt}`} found={found} onSaved={got.reload} />}
      </Loaded>
    </Page>
  );
}

function Texts({ found, onSaved }: { found: Helpline; onSaved: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const [texts, setTexts] = useState(found.texts);
  const [isSaved, setSaved] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    const isSent = await sending.run(async () => {
      await api.send<Helpline>('PUT', `/api/regions/${found.region}/helpline`, { texts });
    });
    setSaved(isSent);
    if (isSent) onSaved();
  };
  const { changedAt, changedBy } = found;
  return (
    <form class="sheet stack" onSubmit={save}>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <p class="small" role="status">
        {isSaved ? `${m.case_saved()} ` : ''}
        {changedAt === null || changedBy === null
          ? m.helpline_default()
          : m.helpline_changed({ name: changedBy, day: formatDay(changedAt) })}
      </p>
      {languages.map((each) => (
        <TextArea
          key={each}
          label={languageNames[each].full}
          lang={each}
          value={texts[each]}
          onValue={(text) => setTexts({ ...texts, [each]: text })}
        />
      ))}
      <div class="row">
        <Button type="submit" busy={sending.isBusy}>
          {m.case_save()}
        </Button>
      </div>
    </form>
  );
}
