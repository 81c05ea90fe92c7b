import type { ComponentChildren } from 'preact';

/** What is there on demand, closed at first. */
export function Details({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details class="details">
      <summary>{summary}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}
