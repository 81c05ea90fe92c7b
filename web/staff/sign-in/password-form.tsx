import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** A new password, twice; the e-mail goes along for the password manager. */
export function PasswordForm({
  email,
  send,
  onDone,
}: {
  email: string;
  send: (password: string) => Promise<void>;
  onDone: () => void;
}) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isUneven, setUneven] = useState(false);
  const sending = useSend();
  const isRefused = sending.failure?.slug === 'input-invalid';
  const submit = async (event: Event) => {
    event.preventDefault();
    setUneven(password !== again);
    if (password !== again) return;
    if (await sending.run(() => send(password))) onDone();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {sending.failure === null || isRefused ? null : <Trouble failure={sending.failure} safe="" />}
      <input type="hidden" autocomplete="username" value={email} />
      <Field
        label={m.invite_password()}
        hint={m.invite_password_hint()}
        type="password"
        autocomplete="new-password"
        value={password}
        onValue={setPassword}
        error={isRefused ? m.invite_password_wrong() : undefined}
        input={{ required: true, maxLength: 200 }}
      />
      <Field
        label={m.invite_again()}
        type="password"
        autocomplete="new-password"
        value={again}
        onValue={setAgain}
        error={isUneven ? m.invite_again_wrong() : undefined}
        input={{ required: true, maxLength: 200 }}
      />
      <Button type="submit" wide busy={sending.isBusy || email === ''}>
        {m.invite_set()}
      </Button>
    </form>
  );
}
