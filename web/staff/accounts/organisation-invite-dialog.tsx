import { useState } from 'preact/hooks';
import type { Invitation, NewStaff } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useSend } from '../ui/use-send.ts';
import { DialogForm } from './dialog-form.tsx';
import type { Organisation } from './organisation-words.ts';
import { LanguageField, NameFields, type Person } from './person-fields.tsx';
import type { Linked } from './staff-page.tsx';

/** Somebody of a university, a college or a sponsor; the reply is a link to hand over, shown once. */
export function OrganisationInviteDialog({
  organisation: { id, kind, name },
  onInvited,
  onClose,
}: {
  organisation: Organisation;
  onInvited: (linked: Linked) => void;
  onClose: () => void;
}) {
  const language = useLanguage();
  const { api } = useStaff();
  const sending = useSend();
  const [person, setPerson] = useState<Person>({ name: '', email: '', language: 'kk' });
  const put = (change: Partial<Person>) => setPerson({ ...person, ...change });
  const submit = async () => {
    const role = kind === 'sponsor' ? 'sponsor' : 'university';
    const body: NewStaff = {
      ...person,
      ...{ role, organisation: id, post: null, region: null, schools: [], classes: null },
    };
    await sending.run(async () => {
      const invitation = await api.send<Invitation>('POST', '/api/staff', body);
      onInvited({ invitation, name: person.name });
    });
  };
  return (
    <Dialog title={m.org_invite_to({ name: name[language] })} onClose={onClose}>
      <DialogForm sending={sending} send={m.org_invite()} onSend={submit} onClose={onClose}>
        <div class="fields">
          <NameFields person={person} failure={sending.failure} onChange={put} />
          <LanguageField person={person} onChange={put} />
        </div>
      </DialogForm>
    </Dialog>
  );
}
