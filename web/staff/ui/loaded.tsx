import type { ComponentChildren } from 'preact';
import { m } from '../../i18n/generated/messages.js';
import { Trouble } from './trouble.tsx';
import type { Got } from './use-get.ts';

/** A resource on the page: its place kept while it loads, the words for a failure, and the thing itself. */
export function Loaded<T>({
  got,
  lines = 6,
  children,
}: {
  got: Got<T>;
  /** How many lines the thing will take, roughly. */
  lines?: number;
  children: (value: T) => ComponentChildren;
}) {
  const { value, failure, isLoading, reload } = got;
  return (
    <>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} onRetry={reload} />}
      {value !== null ? children(value) : isLoading && failure === null ? <Skeleton lines={lines} /> : null}
    </>
  );
}

function Skeleton({ lines }: { lines: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{m.loading()}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class="waiting" />
      ))}
    </div>
  );
}
