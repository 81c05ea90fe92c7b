import { useState } from 'preact/hooks';
import type { PaperReceipt } from '../../../server/contract/paper.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { Differences } from './differences.tsx';
import { KeyIn } from './key-in.tsx';
import { differencesOf, type Keyed, type PaperRow } from './paper-rows.ts';

type Props = { pid: string; language: Language; rows: readonly PaperRow[] };

/** The form keyed in twice; where the two differ the paper decides; then it is handed in as one sitting. */
export function KeyTwice({ pid, language, rows }: Props) {
  const { api } = useStaff();
  const [first, setFirst] = useState<Keyed | null>(null);
  const [second, setSecond] = useState<Keyed | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [receipt, setReceipt] = useState<PaperReceipt | null>(null);
  const sending = useSend();
  if (receipt !== null) {
    return (
      <Notice tone="good">
        <p>{m.paperform_done({ count: receipt.answered })}</p>
        <p>
          <a href={`/staff/pupils/${pid}`}>{m.paperform_to_profile()}</a>
        </p>
      </Notice>
    );
  }
  if (first === null)
    return <KeyIn key="1" title={m.paperform_first()} next={m.paperform_to_second()} rows={rows} onDone={setFirst} />;
  if (second === null)
    return <KeyIn key="2" title={m.paperform_second()} next={m.paperform_compare()} rows={rows} onDone={setSecond} />;

  const differing = differencesOf(rows, first, second);
  const isSettled = differing.every(({ item }) => chosen.has(item));
  const answers = rows.flatMap(({ item }) => {
    const value = chosen.has(item) ? chosen.get(item) : first.get(item);
    return value === undefined || value === null ? [] : [{ item, value }];
  });
  const send = () =>
    sending.run(async () => {
      const body = { language, answers, differences: differing.length };
      setReceipt(await api.send<PaperReceipt>('POST', `/api/pupils/${pid}/paper`, body));
    });
  return (
    <section class="stack">
      <Differences
        rows={differing}
        numberOf={(item) => rows.findIndex((row) => row.item === item) + 1}
        {...{ first, second, chosen }}
        onChoose={(item, value) => setChosen(new Map(chosen).set(item, value))}
      />
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.paperform_kept()} />}
      <div>
        <Button busy={sending.isBusy || !isSettled || answers.length === 0} onPress={() => void send()}>
          {m.paperform_send()}
        </Button>
      </div>
    </section>
  );
}
