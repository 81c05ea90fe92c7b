import { useState } from 'preact/hooks';
import type { Candidate } from '../../../server/contract/appeal.schema.ts';
import type { ReserveMark } from '../../../server/contract/round.schema.ts';
import type { RoundList } from '../../../server/contract/round-list.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { reserveWords } from '../rounds/round-words.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { FormEnd } from '../ui/form-end.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';

/** Shares that a document shows; where somebody lives and learns is known without one. */
const shown = ['orphan', 'disability', 'large-family'] as const;

/** A family has shown a document for a reserved share: written down for an open round, before its pool is frozen. */
export function ReserveForm({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const got = useGet<RoundList>('/api/rounds');
  return (
    <Dialog title={m.rs_title()} onClose={onClose}>
      <p>{m.rs_lead()}</p>
      <Loaded got={got} lines={3}>
        {({ rounds }) => {
          const open = rounds.filter(({ state }) => state === 'open');
          return open.length === 0 ? (
            <Empty title={m.rs_no_round()} />
          ) : (
            <Mark candidate={candidate} rounds={open} onClose={onClose} />
          );
        }}
      </Loaded>
    </Dialog>
  );
}

function Mark({
  candidate,
  rounds,
  onClose,
}: {
  candidate: Candidate;
  rounds: RoundList['rounds'];
  onClose: () => void;
}) {
  const language = useLanguage();
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [round, setRound] = useState(rounds[0]?.id ?? '');
  const [kind, setKind] = useState<(typeof shown)[number]>('orphan');
  const [basis, setBasis] = useState('');
  const [isKept, setKept] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const body: ReserveMark = { pupil: candidate.pid, kind, basis };
    setKept(await run(() => api.send<void>('POST', `/api/rounds/${round}/reserves`, body)));
  };
  const hasNoWishes = failure?.slug === 'not-found';
  if (isKept) {
    return (
      <>
        <Notice tone="good">{m.rs_kept({ kind: reserveWords[kind]() })}</Notice>
        <div class="row">
          <Button onPress={onClose}>{m.staff_close()}</Button>
        </div>
      </>
    );
  }
  return (
    <form class="stack" onSubmit={submit}>
      {failure === null || hasNoWishes ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      {hasNoWishes ? <Notice tone="warn">{m.rs_no_wishes()}</Notice> : null}
      <div class="fields">
        <Choice
          label={m.rd_round()}
          value={round}
          options={rounds.map(({ id, title, year }) => [id, `${title[language]}, ${year}`] as const)}
          onValue={setRound}
        />
        <Choice
          label={m.rs_kind()}
          value={kind}
          options={shown.map((one) => [one, reserveWords[one]()] as const)}
          onValue={setKind}
        />
      </div>
      <Field
        label={m.rs_basis()}
        hint={m.rs_basis_hint()}
        value={basis}
        onValue={setBasis}
        input={{ required: true, maxLength: 200 }}
      />
      <FormEnd send={m.rs_keep()} isBusy={isBusy} onClose={onClose} />
    </form>
  );
}
