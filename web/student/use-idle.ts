import { useEffect, useRef } from 'preact/hooks';

const signs = ['pointerdown', 'keydown', 'scroll', 'touchstart'] as const;
const lookEveryMs = 20_000;

/**
 * Calls `onIdle` when nobody has touched the page for `idleMs`: whoever sits down next must not see whose page it was.
 * Looked at again as soon as the page is shown, since timers sleep with the computer.
 */
export function useIdle(isOn: boolean, idleMs: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    if (!isOn) return;
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    const look = () => {
      if (Date.now() - touchedAt > idleMs) latest.current();
    };
    for (const sign of signs) document.addEventListener(sign, touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, lookEveryMs);
    return () => {
      for (const sign of signs) document.removeEventListener(sign, touch, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [isOn]);
}
