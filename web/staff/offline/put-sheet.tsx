import { useState } from 'preact/hooks';
import type { Preparation } from '../../../server/contract/preparation.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { putOnThisComputer } from '../../offline/prepare.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { useSend } from '../ui/use-send.ts';

/** A further computer of a class whose cards are made already. */
export function PutSheet({ prepared }: { prepared: Preparation }) {
  const { api } = useStaff();
  const sending = useSend();
  const [count, setCount] = useState<number | null>(null);
  const put = () => sending.run(async () => setCount(await putOnThisComputer(api, prepared)));
  return (
    <section class="sheet stack no-print">
      <h2>{m.offline_more_title()}</h2>
      <p>{m.offline_more_lead()}</p>
      {sending.failure === null ? null : <FailureNotice failure={sending.failure} />}
      {prepared.records.length === 0 ? (
        <p class="soft">{m.offline_none_yet()}</p>
      ) : (
        <div class="row">
          <Button look="quiet" busy={sending.isBusy} onPress={put}>
            {m.offline_put({ count: formatNumber(prepared.records.length) })}
          </Button>
        </div>
      )}
      {count === null ? null : (
        <Notice>
          <p>{m.offline_put_done({ count: formatNumber(count) })}</p>
          <p>{m.offline_sit({ address: location.origin })}</p>
        </Notice>
      )}
    </section>
  );
}
