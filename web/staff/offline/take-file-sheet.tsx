import { useId, useState } from 'preact/hooks';
import type { DeviceFileReceipt } from '../../../server/contract/preparation.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { useSend } from '../ui/use-send.ts';

/** Takes in the file of a device that could not be brought to a network. */
export function TakeFileSheet({ school }: { school: string }) {
  const { api } = useStaff();
  const sending = useSend();
  const id = useId();
  const [taken, setTaken] = useState<DeviceFileReceipt | 'foreign' | null>(null);
  const take = (file: File | undefined) =>
    file !== undefined &&
    sending.run(async () => {
      setTaken(null);
      const text = await file.text();
      if (!isDeviceFile(text)) return setTaken('foreign');
      setTaken(await api.sendBytes<DeviceFileReceipt>('POST', `/api/schools/${school}/device-files`, text));
    });
  return (
    <section class="sheet stack no-print">
      <h2>{m.offline_file_title()}</h2>
      <p>{m.offline_file_lead()}</p>
      <div class="field">
        <label for={id}>{m.offline_file()}</label>
        <input
          id={id}
          class="input"
          type="file"
          accept=".ustaz,application/json"
          disabled={sending.isBusy}
          onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
        />
      </div>
      {sending.failure === null ? null : <FailureNotice failure={sending.failure} />}
      {taken === null ? null : <Taken taken={taken} />}
    </section>
  );
}

function Taken({ taken }: { taken: DeviceFileReceipt | 'foreign' }) {
  if (taken === 'foreign') return <Notice tone="bad">{m.offline_file_bad()}</Notice>;
  const { parcels } = taken;
  const refused = parcels.filter((one) => one.refused !== null).length;
  const count = {
    pupils: formatNumber(parcels.length - refused),
    answers: formatNumber(parcels.reduce((sum, { answers }) => sum + answers, 0)),
    submitted: formatNumber(parcels.filter(({ submitted }) => submitted).length),
  };
  return (
    <>
      <Notice>{m.offline_file_taken(count)}</Notice>
      {refused === 0 ? null : <Notice tone="warn">{m.offline_file_refused({ count: formatNumber(refused) })}</Notice>}
    </>
  );
}

/** Looked at before it is sent: a wrong file is told at once. */
function isDeviceFile(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && 'ustaz' in content && 'parcels' in content;
  } catch {
    return false;
  }
}
