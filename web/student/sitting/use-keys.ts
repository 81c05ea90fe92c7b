import { useLayoutEffect, useRef } from 'preact/hooks';

/** Listens to the keyboard of the whole page, unless a control or a shortcut of the browser needs the key. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      latest.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/**
 * The Back of the phone leads to the question before, as people expect. While `isOn`, one spare step lies in the
 * history for it to take; taken, it is laid again.
 */
export function useBackKey(isOn: boolean, onBack: () => void): void {
  const latest = useRef(onBack);
  latest.current = onBack;
  useLayoutEffect(() => {
    if (!isOn) return;
    if (history.state !== 'spare') history.pushState('spare', '');
    const listen = () => {
      history.pushState('spare', '');
      latest.current();
    };
    window.addEventListener('popstate', listen);
    return () => window.removeEventListener('popstate', listen);
  }, [isOn]);
}
