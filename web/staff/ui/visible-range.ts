export type Range = { from: number; to: number };

/** A row, or the room of rows that are not drawn. */
export type Part = { kind: 'row'; index: number } | { kind: 'gap'; key: string; height: number };

/**
 * The rows that lie between two heights of a list, counted from its top: `to` is behind the last. `heightOf` gives each row's
 * height in px, measured or guessed.
 */
export function visibleRange(count: number, heightOf: (index: number) => number, top: number, bottom: number): Range {
  let y = 0;
  let from = count;
  for (let index = 0; index < count; index += 1) {
    const end = y + heightOf(index);
    if (from === count && end > top) from = index;
    if (y >= bottom) return { from: Math.min(from, index), to: index };
    y = end;
  }
  return { from: Math.min(from, Math.max(0, count - 1)), to: count };
}

/** The list as it is drawn: the range, the row that has the focus wherever it is, and gaps that keep everyone's place. */
export function partsOf(
  count: number,
  { from, to }: Range,
  focused: number | null,
  heightOf: (index: number) => number,
): Part[] {
  const isDrawn = (index: number): boolean => (index >= from && index < to) || index === focused;
  const parts: Part[] = [];
  let gap = 0;
  const close = (before: number): void => {
    if (gap > 0) parts.push({ kind: 'gap', key: `gap before ${before}`, height: gap });
    gap = 0;
  };
  for (let index = 0; index < count; index += 1) {
    if (!isDrawn(index)) {
      gap += heightOf(index);
      continue;
    }
    close(index);
    parts.push({ kind: 'row', index });
  }
  close(count);
  return parts;
}
