import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  children: ComponentChildren;
  /** Does not take the focus. */
  quietly?: boolean;
  /** Stands small over what is larger than itself. */
  look?: 'over';
};

/** The one question a screen answers. It takes the focus when the screen comes, so that a screen reader begins there. */
export function PageTitle({ children, quietly = false, look }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (quietly) return;
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={title} tabIndex={-1} {...(look === undefined ? {} : { class: look })}>
      {children}
    </h1>
  );
}
