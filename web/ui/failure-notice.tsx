import { m } from '../i18n/generated/messages.js';
import type { ApiFailure } from '../offline/failure.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What failed, in words, what to do about it, and the number to name if it fails again. */
export function FailureNotice({ failure, onRetry }: { failure: ApiFailure; onRetry?: () => void }) {
  const { problem } = failure;
  const text = problem === null ? m.error_network() : problem.title || m.error_unexpected();
  return (
    <Notice tone="bad">
      <p>{text}</p>
      {problem !== null && problem.status >= 500 && problem.requestId !== '' ? (
        <p class="small">{m.request_number({ id: problem.requestId })}</p>
      ) : null}
      {onRetry === undefined ? null : (
        <div>
          <Button look="quiet" onPress={onRetry}>
            {m.retry()}
          </Button>
        </div>
      )}
    </Notice>
  );
}
