import { useState } from 'preact/hooks';
import type { AllianceCatalogue } from '../../../server/contract/alliance.schema.ts';
import type { NewPractice } from '../../../server/contract/practice.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { choices } from '../alliance/use-names.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice, Field } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** Asks for 3rd–4th-year students. */
export function PracticeForm({ names, onDone }: { names: AllianceCatalogue; onDone: () => void }) {
  const language = useLanguage();
  const { me, api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const subjects = choices(names.subjects, language);
  const month = todayInKazakhstan(new Date()).slice(0, 7);
  const [draft, setDraft] = useState<NewPractice>({
    school: me.schools[0] ?? '',
    subject: subjects[0]?.[0] ?? '',
    from: month,
    to: month,
    count: 1,
    note: '',
  });
  const put = (change: Partial<NewPractice>) => setDraft({ ...draft, ...change });
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await run(async () => void (await api.send('POST', '/api/alliance/practices', draft)))) onDone();
  };
  const monthLimits = { required: true, pattern: '2[01][0-9]{2}-(0[1-9]|1[0-2])', title: '2027-02' } as const;
  return (
    <form class="stack" onSubmit={submit}>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Choice
          label={m.al_subject()}
          value={draft.subject}
          options={subjects}
          onValue={(subject) => put({ subject })}
        />
        <Field
          label={m.al_count()}
          type="number"
          value={String(draft.count)}
          onValue={(value) => put({ count: Number(value) })}
          input={{ required: true, min: 1, max: 100 }}
        />
        <Field label={m.pr_from()} value={draft.from} onValue={(from) => put({ from })} input={monthLimits} />
        <Field label={m.pr_to()} value={draft.to} onValue={(to) => put({ to })} input={monthLimits} />
      </div>
      <Field label={m.pr_note()} value={draft.note} onValue={(note) => put({ note })} input={{ maxLength: 200 }} />
      <div class="row">
        <Button type="submit" busy={isBusy}>
          {m.pr_ask()}
        </Button>
      </div>
    </form>
  );
}
