import { formatDay } from '../../i18n/format.ts';

const kazakhstanOffset = '+05:00';
const dayMs = 86_400_000;

/** The last day a window is open, given the instant at which it closes (midnight closes the day before). */
export const lastDayOf = (closesAt: string): string => new Date(Date.parse(closesAt) - 1).toISOString();
export const formatLastDay = (closesAt: string): string => formatDay(lastDayOf(closesAt));

/** The instants between which whole days are open, first and last included, in Kazakhstan's time. */
export function windowOf(firstDay: string, lastDay: string): { opensAt: string; closesAt: string } {
  const startOf = (day: string): number => Date.parse(`${day}T00:00:00${kazakhstanOffset}`);
  return {
    opensAt: new Date(startOf(firstDay)).toISOString(),
    closesAt: new Date(startOf(lastDay) + dayMs).toISOString(),
  };
}

/** Today's calendar day in Kazakhstan, YYYY-MM-DD. */
export const todayInKazakhstan = (now: Date): string =>
  new Date(now.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);
