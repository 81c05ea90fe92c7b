const kazakhstanMs = 5 * 3_600_000;
/** August: lists of the year that begins in September are loaded from then on. */
const firstMonth = 7;

/** The school year a day is of, named by the calendar year in which it begins. */
export function schoolYearOf(day: Date): number {
  const there = new Date(day.getTime() + kazakhstanMs);
  return there.getUTCFullYear() - (there.getUTCMonth() < firstMonth ? 1 : 0);
}
