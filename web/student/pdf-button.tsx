import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { m } from '../i18n/generated/messages.js';
import type { Language } from '../i18n/language.ts';
import { type ApiFailure, asFailure } from '../offline/failure.ts';
import type { PupilApi } from '../offline/pupil-api.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fetchPdf } from './fetch-pdf.ts';

type Props = {
  api: PupilApi;
  /** Where the document is fetched from. */
  path: string;
  /** What the saved file is called. */
  name: string;
  language: Language;
  children: ComponentChildren;
};

/** Fetches a document of the reader's own and saves it. */
export function PdfButton({ api, path, name, language, children }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const fetchIt = async () => {
    setBusy(true);
    setFailure(null);
    await fetchPdf(api, path, language).then(
      (file) => save(file, name),
      (thrown: unknown) => setFailure(asFailure(thrown)),
    );
    setBusy(false);
  };
  return (
    <>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div>
        <Button look="quiet" busy={isBusy} onPress={() => void fetchIt()}>
          {isBusy ? m.result_pdf_busy() : children}
        </Button>
      </div>
    </>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
