/**
 * How long data is kept for each purpose, in days, and from when. These are the service's own starting values; an operator
 * changes them to what the consent forms in use promise.
 * - `assessment`: a pupil with everything about them, from the close of the last campaign they took part in.
 * - `path`: the same for a pupil whose family agreed to be named to the department: a referral lives for years.
 * - `codes`: access codes, from their expiry.
 * - `aside`: answers that could not be applied, from when they came.
 * - `sessions`: ended sign-ins of staff, from their last use.
 */
export const retentionPurposes = ['assessment', 'path', 'codes', 'aside', 'sessions'] as const;
export type RetentionPurpose = (typeof retentionPurposes)[number];

export const defaultDays: Readonly<Record<RetentionPurpose, number>> = {
  assessment: 730,
  path: 2190,
  codes: 30,
  aside: 180,
  sessions: 30,
};

/** People are told this long before anything about a pupil goes. */
export const noticeDays = 30;

const dayMs = 86_400_000;
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

export type PupilTimes = {
  createdAt: Date;
  /** Close of the last campaign the pupil took part in; null: none. */
  lastCampaignClosedAt: Date | null;
  /** Both have agreed to the department, a university or a sponsor. */
  isOnPath: boolean;
  /** What has been announced already. */
  leavesAt: Date | null;
};

/** When a pupil's time is over. */
export function endOf(times: PupilTimes, days: Readonly<Record<RetentionPurpose, number>>): Date {
  const from = times.lastCampaignClosedAt ?? times.createdAt;
  return daysAfter(from, times.isOnPath ? days.path : days.assessment);
}

/**
 * What is to be announced for a pupil: null while their time is more than the notice away; else a day at least the notice
 * from now. What was announced stays as it was, unless the time itself has moved behind it.
 */
export function announcedEnd(
  times: PupilTimes,
  days: Readonly<Record<RetentionPurpose, number>>,
  now: Date,
): Date | null {
  const end = endOf(times, days);
  if (end > daysAfter(now, noticeDays)) return null;
  if (times.leavesAt !== null && times.leavesAt >= end) return times.leavesAt;
  const soonest = daysAfter(now, noticeDays);
  return end > soonest ? end : soonest;
}
