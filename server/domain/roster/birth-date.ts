/**
 * A calendar day as class lists write it, as YYYY-MM-DD: 2011-05-14, 14.05.2011, 14/05/2011, 14-5-2011, 20110514, «14 05 2011»,
 * with a time after it, or a spreadsheet's day number (days since 30 December 1899). Day before month, always. Null: no such day.
 */
export function readDay(text: string): string | null {
  const day = text
    .trim()
    .replace(/(?<=\d)[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/\s*(г|ж)\.?$/i, '');
  const iso = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  if (iso !== null) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const european = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(day);
  if (european !== null) return calendarDay(Number(european[3]), Number(european[2]), Number(european[1]));
  return /^\d{5}(\.\d+)?$/.test(day) ? serialDay(Math.floor(Number(day))) : null;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : null;
}

const serialDay = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);

/** Youngest and oldest a pupil of a class list may be, in years. */
const ages = { least: 5, most: 30 } as const;

/** Does the day lie where a pupil's birth may? `today` is YYYY-MM-DD. */
export function isPupilsBirthDate(day: string, today: string): boolean {
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0);
  return years >= ages.least && years <= ages.most;
}

/** The birth date an IIN tells: its first six digits, the century by the seventh (1–2: 1800s, 3–4: 1900s, 5–6: 2000s); null: none. */
export function birthDateOfIin(iin: string): string | null {
  const century = Math.floor((Number(iin[6]) + 1) / 2);
  if (!/^\d{12}$/.test(iin) || century < 1 || century > 3) return null;
  return calendarDay((17 + century) * 100 + Number(iin.slice(0, 2)), Number(iin.slice(2, 4)), Number(iin.slice(4, 6)));
}

/** The sex an IIN tells: odd male, even female; 0 tells none. */
export function sexOfIin(iin: string): 'female' | 'male' | null {
  const digit = Number(iin[6]);
  return digit < 1 || digit > 6 ? null : digit % 2 === 1 ? 'male' : 'female';
}
