import { useState } from 'preact/hooks';
import type { Wording } from '../../server/contract/consent.schema.ts';
import { m } from '../i18n/generated/messages.js';
import type { Language } from '../i18n/language.ts';
import { type ApiFailure, asFailure } from '../offline/failure.ts';
import type { PupilApi } from '../offline/pupil-api.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useLoad } from '../ui/use-load.ts';
import { Frame } from './frame.tsx';
import { LoadedPart } from './loaded-part.tsx';
import { WordingText } from './wording-text.tsx';

type Props = {
  api: PupilApi;
  language: Language;
  demo: boolean;
  onAgreed: () => void;
  onRefused: (isNoted: boolean) => void;
};

/** The pupil's own yes or no, asked in the words the server keeps, version and language noted. */
export function AssentPage({ api, language, demo, onAgreed, onRefused }: Props) {
  const wording = useLoad(language, () => api.wording('pupil', language));
  return (
    <Frame demo={demo}>
      <LoadedPart load={wording}>
        {(text) => <AssentForm key={text.language} api={api} text={text} onAgreed={onAgreed} onRefused={onRefused} />}
      </LoadedPart>
    </Frame>
  );
}

function AssentForm({
  api,
  text,
  onAgreed,
  onRefused,
}: { text: Wording } & Pick<Props, 'api' | 'onAgreed' | 'onRefused'>) {
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const agree = async () => {
    setBusy(true);
    setFailure(null);
    const given = { purpose: 'assessment', action: 'given', wording: text.id, language: text.language } as const;
    await api.assent(given).then(onAgreed, (thrown: unknown) => setFailure(asFailure(thrown)));
    setBusy(false);
  };
  // A no needs no network: it is noted where it can be, and nobody is held up by it.
  const refuse = async () => {
    setBusy(true);
    const refused = { purpose: 'assessment', action: 'withdrawn', wording: text.id, language: text.language } as const;
    await api.assent(refused).then(
      () => onRefused(true),
      () => onRefused(false),
    );
  };
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      <WordingText text={text} fieldsTitle={m.assent_fields()} />
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div class="stack choices">
        <Button wide busy={isBusy} onPress={agree}>
          {text.agree}
        </Button>
        <Button wide look="quiet" busy={isBusy} onPress={refuse}>
          {text.refuse}
        </Button>
      </div>
    </>
  );
}
