import type { ComponentChildren } from 'preact';

/** A remark beside the matter: `good` it worked, `warn` take care, `bad` it failed (said aloud at once). */
export function Notice({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  children: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
