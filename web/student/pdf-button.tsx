import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { fetchPdf } from './fetch-pdf.ts';

/** The result as a document, with the same words and the same picture. */
export function PdfButton({ api, sitting, language }: { api: PupilApi; sitting: string; language: Language }) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const save = async () => {
    setBusy(true);
    setFailure(null);
    await fetchPdf(api, sitting, language).then(offer, (thrown: unknown) => setFailure(asFailure(thrown)));
    setBusy(false);
  };
  return (
    <>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div>
        <Button look="quiet" busy={isBusy} onPress={() => void save()}>
          {isBusy ? m.result_pdf_busy() : m.result_pdf()}
        </Button>
      </div>
    </>
  );
}

function offer(document_: Blob): void {
  const address = URL.createObjectURL(document_);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'ustaz.pdf';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
