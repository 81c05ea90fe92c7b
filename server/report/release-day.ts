const dayMs = 86_400_000;
/** Monday, 9 in the morning in Kazakhstan (UTC+5 all over). */
const monday = 1;
const hourUtc = 4;

/**
 * The announced day after a release before which no new one is made: the first Monday, 9:00 in Kazakhstan, after it. So
 * everybody knows when figures may change, and nobody can watch them change.
 */
export function nextReleaseDay(after: Date): Date {
  const day = new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate(), hourUtc));
  const ahead = (monday - day.getUTCDay() + 7) % 7;
  const first = new Date(day.getTime() + ahead * dayMs);
  return first > after ? first : new Date(first.getTime() + 7 * dayMs);
}
