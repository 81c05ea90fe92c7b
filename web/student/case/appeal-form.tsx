import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { OwnCase } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';

const readers: Readonly<Record<OwnCase['appealTo'], () => string>> = {
  school: m.own_case_appeal_school,
  department: m.own_case_appeal_department,
  operator: m.own_case_appeal_operator,
};

/** The case, and under it the way to ask for another look; who will read it is said before it is sent. */
export function AppealForm({
  first,
  send,
  children,
}: {
  first: OwnCase;
  send: (text: string) => Promise<OwnCase>;
  children: (current: OwnCase) => VNode;
}) {
  const [current, setCurrent] = useState(first);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {children(current)}
      {current.mayAppeal ? null : <Notice>{m.own_case_appeal_waits()}</Notice>}
      {!current.mayAppeal ? null : isOpen ? (
        <Words
          to={current.appealTo}
          send={async (text) => {
            setCurrent(await send(text));
            setOpen(false);
          }}
          onStop={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button look="plain" onPress={() => setOpen(true)}>
            {m.own_case_appeal()}
          </Button>
        </div>
      )}
    </>
  );
}

type WordsProps = { to: OwnCase['appealTo']; send: (text: string) => Promise<void>; onStop: () => void };

function Words({ to, send, onStop }: WordsProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    await send(text).catch((thrown: unknown) => {
      setFailure(asFailure(thrown));
      setBusy(false);
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div class="field">
        <label for={id}>{m.own_case_appeal_text()}</label>
        <textarea
          id={id}
          class="input"
          rows={4}
          required
          minLength={3}
          maxLength={4000}
          value={text}
          aria-describedby={`${id}h`}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p class="small" id={`${id}h`}>
          {readers[to]()}
        </p>
      </div>
      <Button type="submit" busy={isBusy}>
        {m.own_case_appeal_send()}
      </Button>
      <Button look="plain" onPress={onStop}>
        {m.own_case_appeal_stop()}
      </Button>
    </form>
  );
}
