import type { Seat } from '../../../server/contract/alliance.schema.ts';
import type { NewPlace, PriorityRule, ReserveKind } from '../../../server/contract/round.schema.ts';

/** What is asked of one offer, as typed: how many seats, how many of them for whom, the lower target, which district, who pays. */
export type AskedPlace = {
  quota: string;
  shares: Readonly<Record<ReserveKind, string>>;
  lowerTarget: string;
  district: string;
  grant: string;
};

export const nothingAsked: AskedPlace = {
  quota: '',
  shares: { rural: '', language: '', district: '', orphan: '', disability: '', 'large-family': '' },
  lowerTarget: '',
  district: '',
  grant: '',
};

/** Reserved seats, of all kinds together. */
export const sharedOf = ({ shares }: AskedPlace): number =>
  Object.values(shares).reduce((sum, seats) => sum + Number(seats), 0);

/** More seats are reserved than there are. */
export const isOverShared = (one: AskedPlace): boolean => sharedOf(one) > Number(one.quota);

export function toNewPlace(seat: Seat, one: AskedPlace, priority: readonly PriorityRule[]): NewPlace {
  const shares = Object.entries(one.shares) as [ReserveKind, string][];
  return {
    seat: seat.id,
    grant: seat.funding === 'sponsor' && one.grant !== '' ? one.grant : null,
    district: one.district === '' ? null : one.district,
    quota: Number(one.quota),
    reserved: shares.flatMap(([kind, seats]) => (Number(seats) > 0 ? [{ kind, seats: Number(seats) }] : [])),
    lowerTarget: Number(one.lowerTarget),
    priority: [...priority],
  };
}
