import { useState } from 'preact/hooks';
import type { TextReading } from '../../../server/contract/texts.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toBase64 } from '../roster/read-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { useSend } from '../ui/use-send.ts';
import { ReadingView } from './reading-view.tsx';

/** More than this is no sheet of ours; the server takes 3 MB. */
const mostBytes = 3_000_000;

type Looked = { fileName: string; content: string; reading: TextReading };

/** A reviewed sheet is looked at first: what would change, what is wrong. Then it is kept, or not. */
export function ReviewUpload({ onKept }: { onKept: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const send = async (fileName: string, content: string, keep: boolean): Promise<void> => {
    const reading = await api.send<TextReading>('POST', '/api/texts/reviews', { fileName, content, keep });
    setLooked({ fileName, content, reading });
    if (reading.kept !== null) onKept();
  };
  const look = (file: File): void => {
    setLooked(null);
    setTooLarge(file.size > mostBytes);
    if (file.size > mostBytes) return;
    void sending.run(async () => send(file.name.slice(0, 200), await toBase64(file), false));
  };
  const keep = (): void => {
    if (looked !== null) void sending.run(() => send(looked.fileName, looked.content, true));
  };
  return (
    <section class="sheet stack">
      <h2>{m.texts_bring()}</h2>
      <p>{m.texts_bring_how()}</p>
      <label class="drop-zone">
        <span class="drop-words">{sending.isBusy ? m.texts_reading() : m.texts_choose_lead()}</span>
        <span class="button">{m.texts_choose()}</span>
        <input
          class="file-field"
          type="file"
          accept=".xlsx"
          aria-disabled={sending.isBusy}
          onClick={(event) => (sending.isBusy ? event.preventDefault() : undefined)}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) look(file);
            // So that the same file, corrected, can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      {isTooLarge ? <Notice tone="bad">{m.texts_too_large()}</Notice> : null}
      {sending.failure === null ? null : <FailureNotice failure={sending.failure} />}
      {looked === null ? null : (
        <>
          <ReadingView fileName={looked.fileName} reading={looked.reading} />
          {isKeepable(looked.reading) ? (
            <div class="row">
              <Button busy={sending.isBusy} onPress={keep}>
                {m.texts_keep()}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

const isKeepable = ({ kept, errorsInAll, changesInAll, adjudicated }: TextReading): boolean =>
  kept === null && errorsInAll === 0 && (changesInAll > 0 || adjudicated.length > 0);
