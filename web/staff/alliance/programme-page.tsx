import { useState } from 'preact/hooks';
import type { NewProgrammeLine, Programme, ProgrammeLine } from '../../../server/contract/practice.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';

const states: Readonly<Record<ProgrammeLine['state'], readonly [tone: Tone, words: () => string]>> = {
  planned: ['none', m.pg_planned],
  going: ['going', m.pg_going],
  done: ['good', m.pg_done],
  dropped: ['none', m.pg_dropped],
};

/** «What did the Alliance decide to do, and how far is it?» */
export function ProgrammePage() {
  useLanguage();
  const { me } = useStaff();
  const [year, setYear] = useState('');
  const got = useGet<Programme>(`/api/alliance/programme${year === '' ? '' : `?year=${year}`}`);
  const [open, setOpen] = useState<ProgrammeLine | 'new' | null>(null);
  const mayWrite = me.role === 'operator';
  return (
    <Page
      title={m.pg_title()}
      lead={<p>{m.pg_lead()}</p>}
      actions={
        mayWrite ? (
          <Button look="quiet" onPress={() => setOpen('new')}>
            {m.pg_add()}
          </Button>
        ) : undefined
      }
    >
      <Loaded got={got} lines={6}>
        {(value) => (
          <section class="sheet stack">
            <div class="narrow-field">
              <Choice
                label={m.al_year()}
                value={String(value.year)}
                options={value.years.map((one) => [String(one), String(one)] as const)}
                onValue={setYear}
              />
            </div>
            {value.lines.length === 0 ? (
              <Empty title={m.pg_empty()} />
            ) : (
              <table class="cards-when-narrow">
                <thead>
                  <tr>
                    <th scope="col">{m.pg_what()}</th>
                    <th scope="col">{m.pg_owner()}</th>
                    <th scope="col">{m.pg_due()}</th>
                    <th scope="col">{m.pg_plan()}</th>
                    <th scope="col">{m.pg_fact()}</th>
                    <th scope="col">{m.campaign_state()}</th>
                    {mayWrite ? (
                      <th scope="col">
                        <span class="unseen">{m.al_actions()}</span>
                      </th>
                    ) : null}
                  </tr>
                </thead>
                <tbody>
                  {value.lines.map((line) => (
                    <tr key={line.id}>
                      <th scope="row">{line.what}</th>
                      <td data-label={m.pg_owner()}>{line.owner}</td>
                      <td data-label={m.pg_due()}>{formatDay(`${line.due}T00:00:00Z`)}</td>
                      <td data-label={m.pg_plan()}>{line.plan === '' ? '—' : line.plan}</td>
                      <td data-label={m.pg_fact()}>{line.fact === '' ? '—' : line.fact}</td>
                      <td data-label={m.campaign_state()}>
                        {line.late ? (
                          <Mark tone="bad">{m.pg_late()}</Mark>
                        ) : (
                          <Mark tone={states[line.state][0]}>{states[line.state][1]()}</Mark>
                        )}
                      </td>
                      {mayWrite ? (
                        <td class="row-actions">
                          <button type="button" onClick={() => setOpen(line)}>
                            {m.al_change()}
                          </button>
                        </td>
                      ) : null}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        )}
      </Loaded>
      {open === null ? null : (
        <Dialog title={open === 'new' ? m.pg_add() : m.al_change()} onClose={() => setOpen(null)}>
          <LineForm
            line={open === 'new' ? null : open}
            year={got.value?.year ?? Number(todayInKazakhstan(new Date()).slice(0, 4))}
            onDone={() => {
              setOpen(null);
              got.reload();
            }}
          />
        </Dialog>
      )}
    </Page>
  );
}

function LineForm({ line, year, onDone }: { line: ProgrammeLine | null; year: number; onDone: () => void }) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [draft, setDraft] = useState<NewProgrammeLine>({
    year,
    what: line?.what ?? '',
    owner: line?.owner ?? '',
    due: line?.due ?? todayInKazakhstan(new Date()),
    plan: line?.plan ?? '',
    fact: line?.fact ?? '',
    state: line?.state ?? 'planned',
  });
  const put = (change: Partial<NewProgrammeLine>) => setDraft({ ...draft, ...change });
  const submit = async (event: Event) => {
    event.preventDefault();
    const done = await run(async () => {
      if (line === null) await api.send('POST', '/api/alliance/programme', draft);
      else await api.send('PUT', `/api/alliance/programme/${line.id}`, draft);
    });
    if (done) onDone();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <TextArea label={m.pg_what()} rows={2} value={draft.what} onValue={(what) => put({ what })} />
      <div class="fields">
        <Field
          label={m.pg_owner()}
          value={draft.owner}
          onValue={(owner) => put({ owner })}
          input={{ required: true, maxLength: 200 }}
        />
        <Field
          label={m.pg_due()}
          type="date"
          value={draft.due}
          onValue={(due) => put({ due })}
          input={{ required: true }}
        />
        <Field label={m.pg_plan()} value={draft.plan} onValue={(plan) => put({ plan })} input={{ maxLength: 200 }} />
        <Field label={m.pg_fact()} value={draft.fact} onValue={(fact) => put({ fact })} input={{ maxLength: 200 }} />
        <Choice
          label={m.campaign_state()}
          value={draft.state}
          options={(['planned', 'going', 'done', 'dropped'] as const).map((one) => [one, states[one][1]()] as const)}
          onValue={(state) => put({ state })}
        />
      </div>
      <div class="row">
        <Button type="submit" busy={isBusy}>
          {m.al_save()}
        </Button>
      </div>
    </form>
  );
}
