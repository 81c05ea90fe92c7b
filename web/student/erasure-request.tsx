import { useState } from 'preact/hooks';
import type { OwnErasure } from '../../server/contract/erasure.schema.ts';
import { formatDay } from '../i18n/format.ts';
import { m } from '../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../offline/failure.ts';
import type { ErasureApi } from '../offline/pupil-api.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { useLoad } from '../ui/use-load.ts';
import { LoadedPart } from './loaded-part.tsx';

type Props = { api: ErasureApi; party: 'pupil' | 'guardian' };

/** «Erase everything about me»: asked once more what it means, taken back while nobody has confirmed it. */
export function ErasureRequest({ api, party }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button look="plain" onPress={() => setOpen(true)}>
        {party === 'pupil' ? m.erase_pupil() : m.erase_guardian()}
      </Button>
    );
  return <Request api={api} party={party} onClose={() => setOpen(false)} />;
}

function Request({ api, party, onClose }: Props & { onClose: () => void }) {
  const found = useLoad('erasure', api.read);
  const [changed, setChanged] = useState<OwnErasure | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (work: () => Promise<OwnErasure>) => {
    setBusy(true);
    setFailure(null);
    await work().then(setChanged, (thrown: unknown) => setFailure(asFailure(thrown)));
    setBusy(false);
  };
  return (
    <LoadedPart load={found}>
      {(first) => {
        const { state, askedAt, reason } = changed ?? first;
        const isAsked = state === 'asked' || state === 'erasing';
        return (
          <div class="stack">
            {state === 'declined' && reason !== null ? (
              <Notice tone="warn">{m.erase_declined({ reason })}</Notice>
            ) : null}
            {isAsked ? (
              <Notice tone="good">{m.erase_asked({ day: formatDay(askedAt ?? '') })}</Notice>
            ) : (
              <Notice tone="warn">{party === 'pupil' ? m.erase_means_pupil() : m.erase_means_guardian()}</Notice>
            )}
            {failure === null ? null : <FailureNotice failure={failure} />}
            <div class="row">
              {isAsked ? (
                <Button look="quiet" busy={isBusy} onPress={() => send(api.takeBack)}>
                  {m.erase_take_back()}
                </Button>
              ) : (
                <>
                  <Button look="danger" busy={isBusy} onPress={() => send(api.ask)}>
                    {m.erase_ask()}
                  </Button>
                  <Button look="quiet" onPress={onClose}>
                    {m.erase_keep()}
                  </Button>
                </>
              )}
            </div>
          </div>
        );
      }}
    </LoadedPart>
  );
}
