import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Part, partsOf, type Range, visibleRange } from './visible-range.ts';

/** Rows are drawn this far beyond the screen, so that a wheel, a Tab or a reading cursor finds the next one there. */
const beyondPx = 600;
/** At first only what the screen shows, and the rest once it is there: whoever types or arrives waits for nothing unseen. */
const atFirstPx = 60;
const settledMs = 150;

/**
 * Which of many rows of a table are drawn. Heights are measured once drawn and guessed before; the row with the focus is never
 * taken away; paper gets all of them. `body`: goes on the `tbody`, whose rows carry their key in `data-row`.
 */
export function useWindowed(
  keys: readonly string[],
  guessPx: number,
  isOff: boolean,
): { body: RefObject<HTMLTableSectionElement | null>; parts: readonly Part[] } {
  const body = useRef<HTMLTableSectionElement>(null);
  const heights = useRef(new Map<string, number>());
  const reach = useRef(atFirstPx);
  const [range, setRange] = useState<Range>(() => ({ from: 0, to: Math.ceil(window.innerHeight / guessPx) }));
  const [focused, setFocused] = useState<string | null>(null);
  const isOnPaper = usePrinting();
  const isWhole = isOff || isOnPaper;
  const mean = useRef<number | null>(null);
  const heightOf = (index: number): number => heights.current.get(keys[index] ?? '') ?? mean.current ?? guessPx;
  const look = (): void => {
    const rect = body.current?.getBoundingClientRect();
    if (rect === undefined || isWhole) return;
    const [top, bottom] = [-rect.top - reach.current, -rect.top + window.innerHeight + reach.current];
    const next = visibleRange(keys.length, heightOf, top, bottom);
    setRange((held) => (held.from === next.from && held.to === next.to ? held : next));
  };
  const list = `${keys.length} ${keys[0]} ${keys.at(-1)}`;
  useLayoutEffect(() => {
    reach.current = atFirstPx;
    const timer = setTimeout(() => {
      reach.current = beyondPx;
      latest.current();
    }, settledMs);
    return () => clearTimeout(timer);
  }, [list]);
  const latest = useRef(look);
  latest.current = look;
  useLayoutEffect(() => {
    for (const row of body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])
      heights.current.set(row.dataset.row ?? '', row.offsetHeight);
    // Guessed from the first rows that were seen and kept: were it to follow every row, the end of the page would run away.
    if (mean.current === null && heights.current.size > 0) mean.current = meanOf(heights.current);
    look();
  });
  useEffect(() => {
    let frame = 0;
    const ask = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => latest.current());
    };
    const measureAnew = () => {
      heights.current.clear();
      mean.current = null;
      ask();
    };
    const focus = () => {
      const row = document.activeElement?.closest<HTMLElement>('tr[data-row]');
      setFocused(row !== null && row !== undefined && body.current?.contains(row) ? (row.dataset.row ?? null) : null);
    };
    window.addEventListener('scroll', ask, { capture: true, passive: true });
    window.addEventListener('resize', measureAnew);
    document.addEventListener('focusin', focus);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', ask, { capture: true });
      window.removeEventListener('resize', measureAnew);
      document.removeEventListener('focusin', focus);
    };
  }, []);
  const at = focused === null ? -1 : keys.indexOf(focused);
  const drawn = isWhole ? { from: 0, to: keys.length } : range;
  return { body, parts: partsOf(keys.length, drawn, at === -1 ? null : at, heightOf) };
}

function meanOf(heights: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const height of heights.values()) total += height;
  return total / heights.size;
}

function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
