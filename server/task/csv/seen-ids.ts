/** More than this many places of repeated ids help nobody; the count at the end is always right. */
const MOST_NAMED = 1000;

/**
 * Ids of a table that have been seen, and the line each first stood on. Kept as hashes of 53 bits in an open-addressed
 * table, 12 bytes a place: a million ids take 25 MB, and the chance that two different ones of them are taken for one is
 * under 1 in 10,000.
 */
export function seenIds() {
  let hashes = new Float64Array(1024);
  let lines = new Uint32Array(1024);
  let size = 0;

  function placeOf(hash: number): number {
    const mask = hashes.length - 1;
    let at = (hash >>> 0) & mask;
    while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const [oldHashes, oldLines] = [hashes, lines];
    hashes = new Float64Array(2 * oldHashes.length);
    lines = new Uint32Array(2 * oldLines.length);
    for (const [from, hash] of oldHashes.entries()) {
      if (hash === 0) continue;
      const at = placeOf(hash);
      hashes[at] = hash;
      lines[at] = oldLines[from] ?? 0;
    }
  }

  /** @returns the line on which this id stood first, null where it is new */
  return (id: string, line: number): number | null => {
    const hash = hashOf(id);
    const at = placeOf(hash);
    if (hashes[at] === hash) return lines[at] ?? 0;
    hashes[at] = hash;
    lines[at] = line;
    if (++size > 0.7 * hashes.length) grow();
    return null;
  };
}

/** Tells of ids that come again, so that nobody takes two rows for two people, or one of them for the whole. */
export function repeatedIds(notice: (line: string) => void) {
  const seen = seenIds();
  let [repeated, without] = [0, 0];
  return {
    take(cell: string, line: number): void {
      const id = cell.trim();
      if (id === '') {
        without++;
        return;
      }
      const first = seen(id, line);
      if (first === null) return;
      repeated++;
      if (repeated <= MOST_NAMED) notice(`line ${line}, column id: «${id}» stands on line ${first} already`);
      if (repeated === MOST_NAMED) notice('further repeated ids are counted, not named');
    },
    /** The counts, once the table is read. */
    end(): void {
      if (without > 0) notice(`${rowsOf(without)} without an id; taken all the same`);
      if (repeated > 0) notice(`${rowsOf(repeated)} with an id that stood there before; every one is taken`);
    },
  };
}

const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** 53 bits of a string, never 0: Fowler, Noll & Vo's hash with two multipliers, each half then spread over its bits. */
function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x2545f491];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x2c1b3c6d);
  }
  return 2 ** 32 * (spread(high) & 0x1fffff) + spread(low) || 1;
}

/** Every bit of the result hangs on every bit of what is given: two rounds of shift and multiplication. */
function spread(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
}
