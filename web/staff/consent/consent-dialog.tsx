import { useState } from 'preact/hooks';
import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import { ConsentLog } from './consent-log.tsx';
import { ConsentStates } from './consent-states.tsx';
import { PaperForm } from './paper-form.tsx';
import { Received } from './received.tsx';

/** What was agreed to for a pupil, and the form for what came in on paper. */
export function ConsentDialog({
  pupil,
  onRecorded,
  onClose,
}: {
  pupil: Pick<PupilRow, 'pid' | 'name' | 'language'>;
  onRecorded: () => void;
  onClose: () => void;
}) {
  const summary = useGet<ConsentSummary>(`/api/pupils/${pupil.pid}/consents`);
  const [isRecorded, setRecorded] = useState(false);
  const recorded = () => {
    setRecorded(true);
    summary.reload();
    onRecorded();
  };
  return (
    <Dialog title={m.paper_title({ name: pupil.name })} onClose={onClose}>
      {isRecorded ? (
        <Notice tone="good">
          <p>{m.paper_done()}</p>
        </Notice>
      ) : null}
      <Loaded got={summary} lines={4}>
        {(found) => (
          <>
            <ConsentStates purposes={found.purposes} />
            <Received received={found.received} />
            <Details summary={m.paper_log()}>
              <ConsentLog events={found.events} />
            </Details>
          </>
        )}
      </Loaded>
      <h3>{m.paper_form()}</h3>
      <PaperForm pupil={pupil} onRecorded={recorded} onClose={onClose} />
    </Dialog>
  );
}
