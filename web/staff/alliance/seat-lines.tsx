import { useState } from 'preact/hooks';
import type { NewSeat, SeatList } from '../../../server/contract/alliance.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import { afters, afterWords, forms, formWords, fundings, fundingWords } from './alliance-words.ts';
import { LineForm } from './line-form.tsx';
import { LineTable } from './line-table.tsx';
import type { LinesProps } from './need-lines.tsx';
import { choices } from './use-names.ts';

/** «Which seats are there?» A university offers its own; a department reads all. */
export function SeatLines({ year, names, nameOf, onChanged }: LinesProps) {
  const { me } = useStaff();
  const got = useGet<SeatList>(`/api/alliance/seats?year=${year}`);
  const [isOpen, setOpen] = useState(false);
  const isOwn = me.role === 'university';
  const changed = () => {
    setOpen(false);
    got.reload();
    onChanged();
  };
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{isOwn ? m.al_seats_own() : m.al_seats_title()}</h2>
        {isOwn ? (
          <Button look="quiet" onPress={() => setOpen(true)}>
            {m.al_seat_add()}
          </Button>
        ) : null}
      </div>
      <Loaded got={got} lines={4}>
        {({ seats }) =>
          seats.length === 0 ? (
            <Empty title={m.al_seats_empty()}>{m.al_seats_empty_next()}</Empty>
          ) : (
            <LineTable
              path="/api/alliance/seats"
              mayChange={isOwn}
              onChanged={changed}
              lines={seats.map((seat) => ({
                id: seat.id,
                title: nameOf(seat.subject),
                about: [
                  ...(isOwn ? [] : [nameOf(seat.organisation)]),
                  languageWords[seat.language](),
                  String(seat.year),
                  fundingWords[seat.funding](),
                  formWords[seat.form](),
                  afterWords[seat.after](),
                  ...(seat.region === null ? [] : [nameOf(seat.region)]),
                ].join(' · '),
                count: seat.count,
                state: seat.state,
                taken: seat.taken,
              }))}
            />
          )
        }
      </Loaded>
      {isOpen ? (
        <Dialog title={m.al_seat_add()} onClose={() => setOpen(false)}>
          <SeatForm year={year} names={names} onDone={changed} />
        </Dialog>
      ) : null}
    </section>
  );
}

function SeatForm({ year, names, onDone }: Pick<LinesProps, 'year' | 'names'> & { onDone: () => void }) {
  const language = useLanguage();
  const subjects = choices(names.subjects, language);
  const [draft, setDraft] = useState<NewSeat>({
    subject: subjects[0]?.[0] ?? '',
    language: 'kk',
    region: null,
    year: Number(year),
    count: 1,
    form: 'full-time',
    funding: 'grant',
    after: 'grade-11',
  });
  const put = (change: Partial<NewSeat>) => setDraft({ ...draft, ...change });
  return (
    <LineForm
      path="/api/alliance/seats"
      draft={draft}
      onDraft={put}
      bodyOf={(one) => one}
      send={m.al_seat_send()}
      onDone={onDone}
    >
      <Choice label={m.al_subject()} value={draft.subject} options={subjects} onValue={(subject) => put({ subject })} />
      <Choice
        label={m.al_language()}
        value={draft.language}
        options={languages.map((one) => [one, languageWords[one]()] as const)}
        onValue={(chosen) => put({ language: chosen })}
      />
      <Choice
        label={m.al_funding()}
        value={draft.funding}
        options={fundings.map((one) => [one, fundingWords[one]()] as const)}
        onValue={(funding) => put({ funding })}
      />
      <Choice
        label={m.al_after()}
        value={draft.after}
        options={afters.map((one) => [one, afterWords[one]()] as const)}
        onValue={(after) => put({ after })}
      />
      <Choice
        label={m.al_form()}
        value={draft.form}
        options={forms.map((one) => [one, formWords[one]()] as const)}
        onValue={(form) => put({ form })}
      />
      <Choice
        label={m.campaign_region()}
        value={draft.region ?? ''}
        options={[['', m.al_any_region()], ...choices(names.regions, language)]}
        onValue={(region) => put({ region: region === '' ? null : region })}
      />
    </LineForm>
  );
}
