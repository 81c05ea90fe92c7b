/** One line of what is asked for, offered or paid for, in the same terms. */
export type Line = {
  readonly subject: string;
  readonly region: string;
  readonly language: 'kk' | 'ru' | 'en';
  readonly year: number;
  readonly count: number;
};

export type NeedsCell = {
  readonly subject: string;
  readonly region: string;
  readonly language: Line['language'];
  readonly year: number;
  readonly needed: number;
  readonly seats: number;
  readonly funded: number;
  /** Teachers asked for beyond the seats; 0 where there are enough. */
  readonly seatsShort: number;
  /** Seats that could be filled but nobody pays for. */
  readonly moneyShort: number;
};

/** The Alliance's table: needs against seats against money by subject, region, language and year. Sorted by those keys. */
export function needsTable(needs: readonly Line[], seats: readonly Line[], funded: readonly Line[]): NeedsCell[] {
  const cells = new Map<string, { line: Line; needed: number; seats: number; funded: number }>();
  const add = (lines: readonly Line[], what: 'needed' | 'seats' | 'funded'): void => {
    for (const line of lines) {
      const key = keyOf(line);
      const cell = cells.get(key) ?? { line, needed: 0, seats: 0, funded: 0 };
      cell[what] += line.count;
      cells.set(key, cell);
    }
  };
  add(needs, 'needed');
  add(seats, 'seats');
  add(funded, 'funded');
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { line, ...counts }]) => ({
      subject: line.subject,
      region: line.region,
      language: line.language,
      year: line.year,
      ...counts,
      seatsShort: Math.max(0, counts.needed - counts.seats),
      moneyShort: Math.max(0, Math.min(counts.needed, counts.seats) - counts.funded),
    }));
}

const keyOf = ({ year, subject, region, language }: Line): string => [year, subject, region, language].join('|');

/** Lines for no region in particular. */
export const anyRegion = 'any';

/**
 * Gives lines that serve any region to the regions that ask, in the order of the table, until they are used up; what nobody asks
 * for stays where it is. A region's own lines come first.
 */
export function shareAny(needs: readonly Line[], lines: readonly Line[]): Line[] {
  const own = lines.filter(({ region }) => region !== anyRegion);
  const short = new Map<string, { line: Line; left: number }>();
  for (const line of needs) {
    const known = short.get(keyOf(line));
    short.set(keyOf(line), { line, left: (known?.left ?? 0) + line.count });
  }
  for (const line of own) {
    const known = short.get(keyOf(line));
    if (known !== undefined) known.left -= line.count;
  }
  const asking = [...short.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const shared = lines
    .filter(({ region }) => region === anyRegion)
    .flatMap((line): Line[] => {
      let left = line.count;
      const given = asking.flatMap((one): Line[] => {
        const { subject, language, year, region } = one.line;
        const fits = subject === line.subject && language === line.language && year === line.year;
        const count = fits ? Math.min(left, Math.max(0, one.left)) : 0;
        if (count === 0) return [];
        left -= count;
        one.left -= count;
        return [{ ...line, region, count }];
      });
      return left > 0 ? [...given, { ...line, count: left }] : given;
    });
  return [...own, ...shared];
}
