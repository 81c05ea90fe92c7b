import { useEffect } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import type { ApiFailure } from '../../offline/failure.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

/** The first report of a campaign takes minutes: how far it is, and the page comes back for it by itself. */
export function InTheMaking({ failure, onRetry }: { failure: ApiFailure; onRetry: () => void }) {
  const { problem } = failure;
  const seconds = problem?.retryAfterS ?? 5;
  useEffect(() => {
    const timer = setTimeout(onRetry, seconds * 1000);
    return () => clearTimeout(timer);
  }, [failure]);
  const [done, of] = (problem?.detail ?? '').split('/').map(Number);
  return (
    <Notice>
      <p>
        <strong>{m.report_making()}</strong> {m.report_making_stay()}
      </p>
      {done === undefined || of === undefined ? null : (
        <>
          <ProgressBar done={done} of={of} />
          <p class="small">{m.report_making_done({ done, of })}</p>
        </>
      )}
    </Notice>
  );
}
