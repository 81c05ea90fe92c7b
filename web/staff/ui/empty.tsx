import type { ComponentChildren } from 'preact';
import { Horn } from '../../ui/horn.tsx';

/** Nothing here yet, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Horn curls={3} />
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
