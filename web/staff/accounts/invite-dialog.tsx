import { useState } from 'preact/hooks';
import type { Role } from '../../../server/contract/session.schema.ts';
import type { Invitation, NewStaff, StaffList } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { roleWords } from '../session/role-words.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/field.tsx';
import { useSend } from '../ui/use-send.ts';
import { type Post, postWords } from './account-words.ts';
import { ClassChoice } from './class-choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { LanguageField, NameFields } from './person-fields.tsx';
import type { Linked } from './staff-page.tsx';

const posts: readonly Post[] = ['counsellor', 'psychologist', 'class-teacher'];
const ofDepartment: readonly Role[] = ['counsellor', 'principal'];
const ofOperator: readonly Role[] = ['counsellor', 'principal', 'department'];

/** A new colleague; the reply is a link to hand over, shown once. */
export function InviteDialog({
  list,
  school,
  onInvited,
  onChanged,
  onClose,
}: {
  list: StaffList;
  /** Where they are to work, if that is known already. */
  school: string | null;
  onInvited: (linked: Linked) => void;
  onChanged: () => void;
  onClose: () => void;
}) {
  const language = useLanguage();
  const { me, api } = useStaff();
  const sending = useSend();
  const first = school ?? list.schools[0]?.id ?? '';
  const [draft, setDraft] = useState<NewStaff>({
    ...{ name: '', email: '', role: 'counsellor', post: 'counsellor', language: 'kk', region: list.region },
    ...{ schools: first === '' ? [] : [first], classes: null },
  });
  const put = (change: Partial<NewStaff>) => setDraft({ ...draft, ...change });
  const atSchool = draft.role === 'counsellor' || draft.role === 'principal';
  const submit = async () => {
    const body = atSchool ? draft : { ...draft, schools: [], classes: null, post: null };
    const isSent = await sending.run(async () => {
      const invitation = await api.send<Invitation>('POST', '/api/staff', body);
      onInvited({ invitation, name: draft.name });
    });
    if (!isSent) return;
    onChanged();
    onClose();
  };
  return (
    <Dialog title={m.staff_invite()} onClose={onClose}>
      <DialogForm sending={sending} send={m.staff_invite()} onSend={submit} onClose={onClose}>
        <div class="fields">
          <NameFields person={draft} failure={sending.failure} onChange={put} />
          <Choice
            label={m.staff_role()}
            value={draft.role}
            options={(me.role === 'operator' ? ofOperator : ofDepartment).map(
              (each) => [each, roleWords(each)] as const,
            )}
            onValue={(role) => put({ role, post: role === 'counsellor' ? 'counsellor' : null, classes: null })}
          />
          {draft.role === 'counsellor' ? (
            <Choice
              label={m.staff_post()}
              value={draft.post ?? 'counsellor'}
              options={posts.map((each) => [each, postWords[each]()] as const)}
              onValue={(post) => put({ post, classes: post === 'class-teacher' ? [] : null })}
            />
          ) : null}
          {atSchool ? (
            <Choice
              label={m.staff_school()}
              value={draft.schools[0] ?? ''}
              options={list.schools.map(({ id, name }) => [id, name[language]] as const)}
              onValue={(school) => put({ schools: [school], classes: draft.classes === null ? null : [] })}
            />
          ) : null}
          <LanguageField person={draft} onChange={put} />
          {draft.role === 'counsellor' ? (
            <ClassChoice
              school={draft.schools[0] ?? ''}
              classes={draft.classes}
              onClasses={(classes) => put({ classes })}
            />
          ) : null}
        </div>
      </DialogForm>
    </Dialog>
  );
}
