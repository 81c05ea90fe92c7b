import { useState } from 'preact/hooks';
import type { AllianceCatalogue } from '../../../server/contract/alliance.schema.ts';
import type { FeedbackSummary, NewFeedback } from '../../../server/contract/practice.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { choices } from '../alliance/use-names.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';

const sides = ['planning', 'teaching', 'pupils', 'families', 'learning'] as const;
const sideWords = {
  planning: m.fb_planning,
  teaching: m.fb_teaching,
  pupils: m.fb_pupils,
  families: m.fb_families,
  learning: m.fb_learning,
} as const;
const aboutWords = { 'young-teacher': m.fb_young, trainee: m.fb_trainee } as const;
type Props = { names: AllianceCatalogue; nameOf: (id: string) => string };

/** «How well prepared do they come?» What principals say, as means that no one principal can be read out of. */
export function FeedbackSheet({ names, nameOf }: Props) {
  const { me } = useStaff();
  const got = useGet<FeedbackSummary>('/api/alliance/feedback');
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{m.fb_title()}</h2>
        {me.role === 'principal' ? (
          <Button look="quiet" onPress={() => setOpen(true)}>
            {m.fb_give()}
          </Button>
        ) : null}
      </div>
      <Loaded got={got} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={m.fb_empty()} />
          ) : (
            <table class="cards-when-narrow">
              <thead>
                <tr>
                  <th scope="col">{m.fb_organisation()}</th>
                  <th scope="col">{m.al_year()}</th>
                  <th scope="col" class="number">
                    {m.fb_n()}
                  </th>
                  {sides.map((side) => (
                    <th key={side} scope="col" class="number">
                      {sideWords[side]()}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.organisation}${row.year}${row.about}`}>
                    <th scope="row">
                      {nameOf(row.organisation)} <span class="small">{aboutWords[row.about]()}</span>
                    </th>
                    <td data-label={m.al_year()}>{row.year}</td>
                    <td class="number" data-label={m.fb_n()}>
                      {row.n === null ? m.al_few() : formatNumber(row.n)}
                    </td>
                    {sides.map((side) => {
                      const value = row[side];
                      return (
                        <td key={side} class="number" data-label={sideWords[side]()}>
                          {value === null ? '—' : formatNumber(value, 1)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <p class="small">{m.fb_note()}</p>
      {isOpen ? (
        <Dialog title={m.fb_give()} onClose={() => setOpen(false)}>
          <FeedbackForm
            names={names}
            onDone={() => {
              setOpen(false);
              got.reload();
            }}
          />
        </Dialog>
      ) : null}
    </section>
  );
}

const marks = ['1', '2', '3', '4', '5'].map((one) => [one, one] as const);

function FeedbackForm({ names, onDone }: { names: AllianceCatalogue; onDone: () => void }) {
  const language = useLanguage();
  const { me, api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const organisations = choices(
    names.organisations.filter(({ kind }) => kind !== 'sponsor'),
    language,
  );
  const subjects = choices(names.subjects, language);
  const [draft, setDraft] = useState<NewFeedback>({
    school: me.schools[0] ?? '',
    organisation: organisations[0]?.[0] ?? '',
    year: Number(todayInKazakhstan(new Date()).slice(0, 4)),
    about: 'young-teacher',
    subject: subjects[0]?.[0] ?? '',
    planning: 3,
    teaching: 3,
    pupils: 3,
    families: 3,
    learning: 3,
  });
  const put = (change: Partial<NewFeedback>) => setDraft({ ...draft, ...change });
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await run(async () => void (await api.send('POST', '/api/alliance/feedback', draft)))) onDone();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Choice
          label={m.fb_organisation()}
          value={draft.organisation}
          options={organisations}
          onValue={(organisation) => put({ organisation })}
        />
        <Choice
          label={m.fb_about()}
          value={draft.about}
          options={[
            ['young-teacher', m.fb_young()],
            ['trainee', m.fb_trainee()],
          ]}
          onValue={(about) => put({ about })}
        />
        <Choice
          label={m.al_subject()}
          value={draft.subject}
          options={subjects}
          onValue={(subject) => put({ subject })}
        />
        {sides.map((side) => (
          <Choice
            key={side}
            label={`${sideWords[side]()} (1–5)`}
            value={String(draft[side])}
            options={marks}
            onValue={(value) => put({ [side]: Number(value) })}
          />
        ))}
      </div>
      <div class="row">
        <Button type="submit" busy={isBusy}>
          {m.fb_send()}
        </Button>
      </div>
    </form>
  );
}
