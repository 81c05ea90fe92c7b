import { useState } from 'preact/hooks';
import type { NewGrant, StaffAccount } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice, Field } from '../ui/field.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import type { AccountProps } from './account-dialog.tsx';
import { ClassChoice } from './class-choice.tsx';

/** Another school, some classes of it, or (with a day) a substitute's access that ends by itself. */
export function AccessForm({ list, account, onSaid }: AccountProps) {
  const language = useLanguage();
  const { api } = useStaff();
  const sending = useSend();
  const [school, setSchool] = useState(list.schools[0]?.id ?? '');
  const [classes, setClasses] = useState<string[] | null>(null);
  const [day, setDay] = useState('');
  const wrong = wrongFields(sending.failure);
  const submit = async (event: Event) => {
    event.preventDefault();
    // To the end of that day in Kazakhstan.
    const until = day === '' ? null : new Date(Date.parse(`${day}T19:00:00.000Z`)).toISOString();
    const body: NewGrant = { school, classes, kind: until === null ? 'own' : 'substitute', until };
    const isSent = await sending.run(async () => {
      await api.send<StaffAccount>('POST', `/api/staff/${account.id}/grants`, body);
    });
    if (isSent) onSaid(m.staff_saved());
  };
  return (
    <form class="stack" onSubmit={submit}>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Choice
          label={m.staff_school()}
          value={school}
          options={list.schools.map(({ id, name }) => [id, name[language]] as const)}
          onValue={(chosen) => {
            setSchool(chosen);
            setClasses(classes === null ? null : []);
          }}
          error={wrong.has('schools') ? m.staff_field_wrong() : undefined}
        />
        <Field
          label={m.staff_add_until()}
          type="date"
          value={day}
          onValue={setDay}
          error={wrong.has('until') ? m.staff_until_wrong() : undefined}
          input={{ min: todayInKazakhstan(new Date()) }}
        />
        <ClassChoice school={school} classes={classes} onClasses={setClasses} />
      </div>
      <div class="row">
        <Button type="submit" look="quiet" busy={sending.isBusy}>
          {m.staff_add_access()}
        </Button>
      </div>
    </form>
  );
}
