import type { VNode } from 'preact';
import { m } from '../i18n/generated/messages.js';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { Load } from '../ui/use-load.ts';

/** Shows what was loaded; before that a quiet place of about its size, after a failure what failed and a way to repeat. */
export function LoadedPart<T>({ load, children }: { load: Load<T>; children: (value: T) => VNode }) {
  if (load.state === 'ready') return children(load.value);
  if (load.state === 'failed') return <FailureNotice failure={load.failure} onRetry={load.retry} />;
  return (
    <div class="stack" role="status">
      <span class="unseen">{m.loading()}</span>
      <div class="waiting tall" />
      <div class="waiting" />
      <div class="waiting" />
    </div>
  );
}
