import { useState } from 'preact/hooks';
import type { Invitation, StaffAccount, StaffList } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { AccessForm } from './access-form.tsx';
import { grantWords, schoolName, workWords } from './account-words.ts';
import { HandoverForm } from './handover-form.tsx';
import type { Linked } from './staff-page.tsx';

export type AccountProps = { list: StaffList; account: StaffAccount; onSaid: (words: string) => void };

/** One colleague: what they reach, and everything that can be done about it. */
export function AccountDialog({
  list,
  account,
  onLinked,
  onChanged,
  onClose,
}: {
  list: StaffList;
  account: StaffAccount;
  onLinked: (linked: Linked) => void;
  onChanged: () => void;
  onClose: () => void;
}) {
  const { me, api } = useStaff();
  const [said, setSaid] = useState<string | null>(null);
  const sending = useSend();
  const path = `/api/staff/${encodeURIComponent(account.id)}`;
  const done = (words: string) => {
    setSaid(words);
    onChanged();
  };
  const run = (work: () => Promise<void>) =>
    void sending.run(work).then((isDone) => (isDone ? done(m.staff_saved()) : undefined));
  const props = { list, account, onSaid: done };
  return (
    <Dialog title={account.name} onClose={onClose}>
      <p class="soft">
        {workWords(account)} · {account.email}
      </p>
      {said === null ? null : (
        <Notice tone="good">
          <p>{said}</p>
        </Notice>
      )}
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe="" />}
      {account.role === 'counsellor' ? (
        <>
          <h3>{m.staff_access()}</h3>
          <AccessList {...props} onEnd={(id) => run(() => api.send<void>('DELETE', `${path}/grants/${id}`))} />
          <Details summary={m.staff_add_access()}>
            <AccessForm {...props} />
          </Details>
          <Details summary={m.staff_handover()}>
            <HandoverForm {...props} />
          </Details>
        </>
      ) : null}
      <Details summary={m.staff_new_link()}>
        <p>{m.staff_new_link_why()}</p>
        <Button
          look="quiet"
          onPress={() =>
            run(async () =>
              onLinked({
                invitation: await api.send<Invitation>('POST', `${path}/invitation`, {}),
                name: account.name,
              }),
            )
          }
        >
          {m.staff_new_link()}
        </Button>
      </Details>
      {me.role === 'operator' && account.secondFactorAt !== null ? (
        <Details summary={m.staff_reset_factor()}>
          <p>{m.staff_reset_why()}</p>
          <Button look="danger" onPress={() => run(() => api.send<void>('DELETE', `${path}/second-factor`))}>
            {m.staff_reset_factor()}
          </Button>
        </Details>
      ) : null}
      {account.id === me.id || account.state === 'ended' ? null : (
        <Details summary={m.staff_end()}>
          <p>{m.staff_end_why()}</p>
          <Button look="danger" onPress={() => run(() => api.send<void>('DELETE', path))}>
            {m.staff_end()}
          </Button>
        </Details>
      )}
    </Dialog>
  );
}

function AccessList({ list, account, onEnd }: AccountProps & { onEnd: (grant: string) => void }) {
  const language = useLanguage();
  return (
    <ul class="access-list">
      {account.schools.map((id) => (
        <li key={id}>
          {schoolName(list, id, language)} · {m.staff_whole()}
        </li>
      ))}
      {account.grants.map((grant) => (
        <li key={grant.id} class={grant.isRunning ? '' : 'soft'}>
          {grantWords(list, grant, language)}
          {grant.isRunning ? (
            <Button look="plain" onPress={() => onEnd(grant.id)}>
              {m.staff_end_access()}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
