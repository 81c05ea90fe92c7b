import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Props = { title?: string; tone?: 'tint'; children: ComponentChildren };

/** One matter on its own surface; with a title it is a named region. `tint`: what one is invited to do. */
export function Sheet({ title, tone, children }: Props) {
  const id = useId();
  return (
    <section
      class={tone === undefined ? 'sheet stack' : `sheet stack ${tone}`}
      {...(title === undefined ? {} : { 'aria-labelledby': id })}
    >
      {title === undefined ? null : <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}
