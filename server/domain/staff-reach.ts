/** A single class a person reaches, with its school. */
export type ClassReach = { class: string; school: string };

/**
 * A grant beside a person's own schools: a whole school (`classes` null) or some classes of it, for as long as it runs.
 * It is never deleted: ended, it tells who could see what, and until when.
 */
export type StaffGrant = {
  id: string;
  school: string;
  classes: readonly string[] | null;
  kind: 'own' | 'substitute';
  from: Date;
  /** The instant it ends by itself; null: until somebody ends it. */
  until: Date | null;
  endedAt: Date | null;
  grantedBy: string;
};

export type Reach = { schools: readonly string[]; classes: readonly ClassReach[] };

/** Runs now: begun, not past its end by the clock, not ended by anyone. */
export const isRunning = ({ from, until, endedAt }: StaffGrant, now: Date): boolean =>
  from <= now && (until === null || until > now) && endedAt === null;

/** Whom a person reaches now: their own schools and everything granted that runs. */
export function reachOf(
  { schools, grants = [] }: { schools: readonly string[]; grants?: readonly StaffGrant[] | undefined },
  now: Date,
): Reach {
  const running = grants.filter((grant) => isRunning(grant, now));
  const whole = new Set([...schools, ...running.flatMap(({ school, classes }) => (classes === null ? [school] : []))]);
  const single = running.flatMap(({ school, classes }) =>
    classes === null || whole.has(school) ? [] : classes.map((id) => ({ class: id, school })),
  );
  return { schools: [...whole], classes: single };
}

/** Every school of which something is reached. */
export const reachedSchools = ({ schools, classes }: Reach): string[] => [
  ...new Set([...schools, ...classes.map(({ school }) => school)]),
];

/** The classes of a school that are reached; null: all of them. */
export const classesWithin = ({ schools, classes }: Reach, school: string): ReadonlySet<string> | null =>
  schools.includes(school) ? null : new Set(classes.flatMap((one) => (one.school === school ? [one.class] : [])));
