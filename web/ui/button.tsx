import type { ComponentChildren } from 'preact';

export type ButtonProps = {
  children: ComponentChildren;
  /** What it is on the page: the one main action, a quiet second, a plain link-like third, or one that cannot be undone. */
  look?: 'main' | 'quiet' | 'plain' | 'danger';
  type?: 'button' | 'submit';
  wide?: boolean;
  /** Work is under way: the button stays in the tab order and does nothing. */
  busy?: boolean;
  onPress?: () => void;
};

/** A 48 px target. A busy button is `aria-disabled`, not `disabled`: focus is never lost under the reader's hands. */
export function Button({ children, look = 'main', type = 'button', wide = false, busy = false, onPress }: ButtonProps) {
  const press = (event: Event) => {
    if (busy) event.preventDefault();
    else onPress?.();
  };
  const classes = ['button', look === 'main' ? '' : look, wide ? 'wide' : ''].filter(Boolean).join(' ');
  return (
    <button type={type} class={classes} aria-disabled={busy} onClick={press}>
      {children}
    </button>
  );
}
