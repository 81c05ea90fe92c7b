import { useEffect, useRef } from 'preact/hooks';

/** Runs when the value has become another; not at first. */
export function useOnChange(value: string, run: () => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    run();
  }, [value]);
}
