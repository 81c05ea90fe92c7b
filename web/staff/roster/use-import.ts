import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportChanges, ImportPreview } from '../../../server/contract/roster.schema.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { type Got, useGet } from '../ui/use-get.ts';
import { useOnChange } from '../ui/use-on-change.ts';

export type ImportDesk = {
  got: Got<ImportPreview>;
  /** Sends corrections one after another; the page shows the newest preview. */
  correct: (changes: ImportChanges) => void;
  isSaving: boolean;
  failure: ApiFailure | null;
  /** Sends what failed again. */
  retry: () => void;
  /** After a preview has become an import, or was undone. */
  reload: () => void;
};

/** A preview of an import and its corrections. */
export function useImport(school: string, id: string): ImportDesk {
  const { api } = useStaff();
  const path = `/api/schools/${encodeURIComponent(school)}/imports/${encodeURIComponent(id)}`;
  const loaded = useGet<ImportPreview>(path);
  const language = useLanguage();
  // What is wrong with a cell is said by the server, in the language of the page.
  useOnChange(language, loaded.reload);
  const [corrected, setCorrected] = useState<ImportPreview | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [failed, setFailed] = useState<{ changes: ImportChanges; failure: ApiFailure } | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => setCorrected(null), [loaded.value]);
  const send = async (changes: ImportChanges): Promise<void> => {
    try {
      setCorrected(await api.send<ImportPreview>('PUT', path, changes));
      setFailed(null);
    } catch (thrown) {
      setFailed({ changes, failure: asFailure(thrown) });
    } finally {
      setWaiting((count) => count - 1);
    }
  };
  const correct = (changes: ImportChanges): void => {
    setWaiting((count) => count + 1);
    queue.current = queue.current.then(() => send(changes));
  };
  return {
    got: { ...loaded, value: corrected ?? loaded.value },
    correct,
    isSaving: waiting > 0,
    failure: failed?.failure ?? null,
    retry: () => (failed === null ? undefined : correct(failed.changes)),
    reload: loaded.reload,
  };
}
