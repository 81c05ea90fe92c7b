import { m } from '../../i18n/generated/messages.js';
import type { OutboxState } from '../../offline/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';

/** Between handing in and the result: usually a blink, without a network as long as it takes. */
export function SubmittedPage({ state, onTry }: { state: OutboxState; onTry: () => void }) {
  return (
    <>
      <PageTitle>{m.submit_wait_title()}</PageTitle>
      {state.submission === 'refused' ? <Notice tone="bad">{m.submit_refused()}</Notice> : null}
      {state.submission !== 'refused' && state.line === 'offline' ? (
        <>
          <Notice tone="warn">{m.submit_offline()}</Notice>
          <div class="choices">
            <Button look="quiet" wide onPress={onTry}>
              {m.submit_now()}
            </Button>
          </div>
        </>
      ) : (
        <p role="status">{m.submit_wait()}</p>
      )}
    </>
  );
}
