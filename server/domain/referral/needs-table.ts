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
