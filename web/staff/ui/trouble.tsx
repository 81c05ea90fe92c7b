import { m } from '../../i18n/generated/messages.js';
import type { ApiFailure } from '../../offline/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What failed, what is kept safe, what to do; with the number to name where the fault is ours. */
export function Trouble({
  failure,
  safe,
  onRetry,
}: {
  failure: ApiFailure;
  safe: string;
  onRetry?: (() => void) | undefined;
}) {
  const { problem } = failure;
  return (
    <Notice tone="bad">
      <p>
        <strong>{inWords(failure)}</strong> {safe}
      </p>
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

/** The server speaks to pupils about a device that keeps answers; to staff the same trouble is told in their terms. */
function inWords({ problem, slug }: ApiFailure): string {
  if (problem === null) return m.error_network();
  if (slug === 'database-away') return m.staff_database_away();
  if (slug === 'too-busy') return m.staff_too_busy();
  return problem.title || m.error_unexpected();
}
