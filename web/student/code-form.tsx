import { useState } from 'preact/hooks';
import { m } from '../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../offline/failure.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { readCode } from './code.ts';

import { CodeField } from './code-field.tsx';

/** Takes a code and enters with it. A code in the address (`#c=…`, from the card's QR) is filled in and leaves the address. */
export function CodeForm({ label, enter }: { label: string; enter: (code: string) => Promise<void> }) {
  // At once, not after the page is drawn: whoever is quick would find their first symbols wiped.
  const [typed, setTyped] = useState(takeCodeFromAddress);
  const [error, setError] = useState<'short' | ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    const reading = readCode(typed);
    if (isBusy || reading.state === 'stranger' || reading.state === 'mistyped') return;
    if (reading.state === 'short') return setError('short');
    setBusy(true);
    setError(null);
    await enter(reading.symbols).catch((thrown: unknown) => setError(asFailure(thrown)));
    setBusy(false);
  };

  const isAboutCode = error !== null && error !== 'short' && error.slug.startsWith('code-');
  const said = error === 'short' ? m.code_short() : isAboutCode ? (error.problem?.title ?? null) : null;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <CodeField
        label={label}
        typed={typed}
        error={said}
        onTyped={(next) => {
          setTyped(next);
          setError(null);
        }}
      />
      {error === null || error === 'short' || isAboutCode ? null : <FailureNotice failure={error} />}
      <Button type="submit" wide busy={isBusy}>
        {m.code_enter()}
      </Button>
    </form>
  );
}

/** The part after # is never sent to a server, so a code there reaches no log; it is taken out so that it is not left in the history. */
function takeCodeFromAddress(): string {
  const found = /^#c=([^&]{1,40})/.exec(location.hash)?.[1];
  if (found === undefined) return '';
  history.replaceState(null, '', location.pathname);
  return decodeURIComponent(found);
}
