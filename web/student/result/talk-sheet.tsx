import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** One tap tells the counsellor that this pupil would like to talk; another takes it back. */
export function TalkSheet({ api, asked }: { api: PupilApi; asked: boolean }) {
  const [isAsked, setAsked] = useState(asked);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const say = async (next: boolean) => {
    setBusy(true);
    setFailure(null);
    await api.talk(next).then(
      ({ asked: stands }) => setAsked(stands),
      (thrown: unknown) => setFailure(asFailure(thrown)),
    );
    setBusy(false);
  };
  return (
    <Sheet title={m.talk_title()} tone="tint">
      {isAsked ? <Notice tone="good">{m.talk_asked()}</Notice> : <p>{m.talk_lead()}</p>}
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div>
        {isAsked ? (
          <Button look="plain" busy={isBusy} onPress={() => void say(false)}>
            {m.talk_back()}
          </Button>
        ) : (
          <Button busy={isBusy} onPress={() => void say(true)}>
            {m.talk_ask()}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
