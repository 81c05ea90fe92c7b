import { useEffect, useState } from 'preact/hooks';

/** Whole seconds left, counting down from what `begin` was given; 0 when there is nothing to wait for. */
export function useCountdown(): { secondsLeft: number; begin: (seconds: number) => void } {
  const [endsAtMs, setEndsAtMs] = useState(0);
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (endsAtMs === 0) return;
    const timer = setInterval(() => setNowMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, [endsAtMs]);
  const begin = (seconds: number) => {
    setNowMs(Date.now());
    setEndsAtMs(Date.now() + seconds * 1000);
  };
  return { secondsLeft: Math.max(0, Math.ceil((endsAtMs - nowMs) / 1000)), begin };
}
