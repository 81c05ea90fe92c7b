import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { CodeField } from './code-field.tsx';
import { useCountdown } from './use-countdown.ts';

/** E-mail and password. What was typed stays after a failure; a wait imposed by the server is counted down here. */
export function SignInForm({
  enter,
  email: known = '',
}: {
  enter: (email: string, password: string, code?: string) => Promise<void>;
  email?: string;
}) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const wait = useCountdown();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy || wait.secondsLeft > 0) return;
    setBusy(true);
    try {
      await enter(email.trim(), password, code ?? undefined);
    } catch (thrown) {
      const failed = asFailure(thrown);
      // Asking for the code is no failure: it is the next step.
      const isNext = failed.slug === 'second-factor-needed';
      setFailure(isNext ? null : failed);
      if (isNext) setCode('');
      if (failed.slug === 'too-many-tries') wait.begin(failed.problem?.retryAfterS ?? 1);
    }
    setBusy(false);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Failed failure={failure} secondsLeft={wait.secondsLeft} />
      <Field
        label={m.sign_in_email()}
        type="email"
        autocomplete="username"
        value={email}
        onValue={setEmail}
        input={{ required: true, maxLength: 120 }}
      />
      <Field
        label={m.sign_in_password()}
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
        input={{ required: true, maxLength: 200 }}
      />
      {code === null ? null : <CodeField value={code} onValue={setCode} />}
      <Button type="submit" wide busy={isBusy || wait.secondsLeft > 0}>
        {wait.secondsLeft > 0 ? m.sign_in_wait({ seconds: wait.secondsLeft }) : m.sign_in_enter()}
      </Button>
    </form>
  );
}

function Failed({ failure, secondsLeft }: { failure: ApiFailure | null; secondsLeft: number }) {
  const place = useRef<HTMLDivElement>(null);
  // With the words themselves: moved a moment later, it would be taken from whoever already types again.
  useLayoutEffect(() => {
    if (failure !== null) place.current?.focus();
  }, [failure]);
  if (failure === null) return null;
  return (
    <div ref={place} tabIndex={-1}>
      <Words failure={failure} secondsLeft={secondsLeft} />
    </div>
  );
}

function Words({ failure, secondsLeft }: { failure: ApiFailure; secondsLeft: number }) {
  if (failure.slug === 'sign-in-wrong') {
    return (
      <Notice tone="bad">
        <p>
          <strong>{m.sign_in_wrong()}</strong> {m.sign_in_wrong_help()}
        </p>
      </Notice>
    );
  }
  if (failure.slug === 'second-factor-wrong') {
    return (
      <Notice tone="bad">
        <p>{m.factor_wrong()}</p>
      </Notice>
    );
  }
  if (failure.slug === 'too-many-tries') {
    return (
      <Notice tone="warn">
        <p>
          <strong>{m.sign_in_throttled()}</strong>{' '}
          {secondsLeft > 0 ? m.sign_in_throttled_why() : m.sign_in_throttle_over()}
        </p>
      </Notice>
    );
  }
  return <Trouble failure={failure} safe={m.sign_in_typed_stays()} />;
}
