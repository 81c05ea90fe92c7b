import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One matter on its own surface; with a title it is a named region. */
export function Sheet({ title, children }: { title?: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="sheet stack" {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title === undefined ? null : <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}
