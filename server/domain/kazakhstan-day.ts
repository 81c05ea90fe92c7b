/** The calendar day in Kazakhstan, UTC+5 all over. */
export const kazakhstanDay = (now: Date): string => new Date(now.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);
