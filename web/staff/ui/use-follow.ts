import { useEffect } from 'preact/hooks';
import type { Got } from './use-get.ts';

const everyMs = 1200;

/** Asks again and again as long as something is under way; a reply that did not come is no reason to stop. */
export function useFollow({ isLoading, reload }: Got<unknown>, isUnderWay: boolean): void {
  useEffect(() => {
    if (!isUnderWay || isLoading) return;
    const timer = setTimeout(reload, everyMs);
    return () => clearTimeout(timer);
  }, [isUnderWay, isLoading, reload]);
}
