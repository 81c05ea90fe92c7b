import { useState } from 'preact/hooks';
import type { HandedOver, StaffAccount } from '../../../server/contract/staff.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import type { AccountProps } from './account-dialog.tsx';
import { schoolName } from './account-words.ts';

/** Someone leaves a school: their cases go to a colleague there, their access to it ends. */
export function HandoverForm({ list, account, onSaid }: AccountProps) {
  const language = useLanguage();
  const { api } = useStaff();
  const sending = useSend();
  const own = schoolsOf(account);
  const [school, setSchool] = useState(own[0] ?? '');
  const colleagues = list.staff.filter(
    (one) =>
      one.id !== account.id && one.role === 'counsellor' && one.state !== 'ended' && schoolsOf(one).includes(school),
  );
  const [chosen, setChosen] = useState('');
  const to = colleagues.some(({ id }) => id === chosen) ? chosen : (colleagues[0]?.id ?? '');
  const submit = async (event: Event) => {
    event.preventDefault();
    await sending.run(async () => {
      const { cases } = await api.send<HandedOver>('POST', `/api/staff/${account.id}/handover`, { school, to });
      onSaid(m.staff_handover_done({ n: formatNumber(cases) }));
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p>{m.staff_handover_why()}</p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe="" />}
      <div class="fields">
        <Choice
          label={m.staff_school()}
          value={school}
          options={own.map((id) => [id, schoolName(list, id, language)] as const)}
          onValue={setSchool}
        />
        <Choice
          label={m.staff_handover_to()}
          value={to}
          options={
            colleagues.length === 0
              ? [['', m.staff_handover_nobody()] as const]
              : colleagues.map(({ id, name }) => [id, name] as const)
          }
          onValue={setChosen}
        />
      </div>
      <div class="row">
        <Button type="submit" look="quiet" busy={sending.isBusy || to === ''}>
          {m.staff_handover()}
        </Button>
      </div>
    </form>
  );
}

const schoolsOf = ({ schools, grants }: StaffAccount): string[] => [
  ...new Set([...schools, ...grants.filter(({ isRunning }) => isRunning).map(({ school }) => school)]),
];
