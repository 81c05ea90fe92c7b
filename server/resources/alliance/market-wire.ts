import type { Grant, Need, Seat } from '../../contract/alliance.schema.ts';
import type { GrantDocument, NeedDocument, SeatDocument } from '../../store/alliance.ts';

/** Fewer than this are not counted before others: a place taken is a person. */
const fewest = 5;

export const toNeed = (record: NeedDocument): Need => {
  const { _id: id, subject, language, district, year, count, reason, region, school, askedBy, state, at } = record;
  return { id, subject, language, district, year, count, reason, region, school, askedBy, state, at: at.toISOString() };
};

/** Held by referrals; what no round has put aside, for whoever is told it. */
export type LineUse = { taken: number; free: number | null };

/** `own`: the reader is the university itself, which knows whom it has. */
export const toSeat = (record: SeatDocument, { taken, free }: LineUse, own: boolean): Seat => {
  const { _id: id, subject, language, region, year, count, form, funding, after, organisation, state, at } = record;
  return {
    ...{ id, subject, language, region, year, count, form, funding, after, organisation, state },
    taken: own ? taken : told(taken),
    free,
    at: at.toISOString(),
  };
};

export const toGrant = (record: GrantDocument, { taken, free }: LineUse): Grant => {
  const { _id: id, year, count, conditions, sponsor, state, at } = record;
  return { id, year, count, conditions, sponsor, state, taken: told(taken), free, at: at.toISOString() };
};

const told = (taken: number): number | null => (taken < fewest ? null : taken);
