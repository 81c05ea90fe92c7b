/** A row without quotation marks, and the line it stands on. */
export interface PlainRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const [NEW_LINE, RETURN, QUOTE] = [10, 13, 34];

/** Most cells of an answer table are one digit: they need not be made again for every row. */
const ONE_BYTE = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/**
 * Splits the rows of a table that need no parser: lines without quotation marks. Two hundred cells take a few microseconds.
 * `rows` gives the whole rows of a piece; it ends at the first line with a quotation mark, from where `left` begins.
 */
export function plainRows(separator: string, longest: number) {
  const cut = separator.charCodeAt(0);
  let carried: Buffer = Buffer.alloc(0);
  let line = 0;
  return {
    /** Lines that were read so far. */
    lines: (): number => line,
    /** What was not split: the beginning of a line, or everything from a line with a quotation mark on. */
    left: (): Buffer => carried,
    /** @returns false where a parser has to go on from `left` */
    take(piece: Buffer, into: PlainRow[]): boolean {
      const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
      // A quotation mark further on is only looked for once, not for every line.
      const quote = bytes.indexOf(QUOTE);
      let at = 0;
      for (let end = bytes.indexOf(NEW_LINE, at); end >= 0; end = bytes.indexOf(NEW_LINE, at)) {
        if (quote >= 0 && quote < end) break;
        line++;
        const last = end > at && bytes[end - 1] === RETURN ? end - 1 : end;
        if (last > at) into.push({ line, cells: cellsOf(bytes, at, last, cut) });
        at = end + 1;
      }
      carried = bytes.subarray(at);
      return quote < 0 && carried.length <= longest;
    },
    /** The last line, where no line break follows it. */
    end(into: PlainRow[]): void {
      if (carried.length === 0) return;
      line++;
      into.push({ line, cells: cellsOf(carried, 0, carried.length, cut) });
    },
  };
}

function cellsOf(bytes: Buffer, from: number, to: number, cut: number): string[] {
  const cells: string[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && bytes[at] !== cut) continue;
    cells.push(cellOf(bytes, start, at));
    start = at + 1;
  }
  return cells;
}

function cellOf(bytes: Buffer, start: number, end: number): string {
  if (end === start) return '';
  const only = end - start === 1 ? ONE_BYTE[bytes[start] ?? 255] : undefined;
  return only ?? bytes.toString('utf8', start, end);
}
