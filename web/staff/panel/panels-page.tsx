import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { PanelHead, PanelList } from '../../../server/contract/panel.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { panelStates } from './panel-words.ts';

/** «Which keys were put before experts, and what came of it?» */
export function PanelsPage() {
  useLanguage();
  const got = useGet<PanelList>('/api/panels');
  return (
    <Page title={m.panels_title()} crumbs={<a href="/staff/bench">{m.nav_bench()}</a>} lead={<p>{m.panels_lead()}</p>}>
      <Loaded got={got} lines={6}>
        {({ panels, instruments }) => (
          <>
            <section class="sheet stack">
              {panels.length === 0 ? (
                <Empty title={m.panels_none()}>{m.panels_none_next()}</Empty>
              ) : (
                <PanelTable panels={panels} />
              )}
            </section>
            <NewPanelForm instruments={instruments} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function PanelTable({ panels }: { panels: readonly PanelHead[] }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.panels_panel()}</th>
          <th scope="col">{m.panels_opened()}</th>
          <th scope="col">{m.bench_state()}</th>
        </tr>
      </thead>
      <tbody>
        {panels.map((panel) => {
          const [tone, words] = panelStates[panel.state];
          return (
            <tr key={panel.id}>
              <th scope="row">
                <a href={`/staff/bench/panels/${panel.id}`}>{panel.title}</a>{' '}
                <span class="soft">
                  № {panel.number}, {panel.instrument} {panel.instrumentVersion}
                </span>
              </th>
              <td data-label={m.panels_opened()}>
                {formatDay(panel.openedAt)}, {panel.openedBy}
              </td>
              <td data-label={m.bench_state()}>
                <Mark tone={tone}>{words()}</Mark>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function NewPanelForm({ instruments }: { instruments: PanelList['instruments'] }) {
  const { api } = useStaff();
  const { route } = useLocation();
  const [title, setTitle] = useState('');
  const [chosen, setInstrument] = useState('');
  const sending = useSend();
  const instrument = chosen === '' ? (instruments[0]?.id ?? '') : chosen;
  const submit = (event: Event) => {
    event.preventDefault();
    void sending.run(async () => {
      const panel = await api.send<PanelHead>('POST', '/api/panels', { title, instrument });
      route(`/staff/bench/panels/${panel.id}`);
    });
  };
  return (
    <form class="sheet stack" onSubmit={submit}>
      <h2>{m.panels_new()}</h2>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Field label={m.panels_name()} value={title} onValue={setTitle} input={{ required: true, maxLength: 200 }} />
        <Choice
          label={m.panels_for()}
          value={instrument}
          options={instruments.map(({ id, name }) => [id, name] as const)}
          onValue={setInstrument}
        />
      </div>
      <div>
        <Button type="submit" busy={sending.isBusy}>
          {m.panels_open()}
        </Button>
      </div>
    </form>
  );
}
