import type { Container } from '../../container.ts';
import type { NewPlace } from '../../contract/round.schema.ts';
import { Problem } from '../../domain/problem.ts';
import { meets } from '../../domain/referral/sponsor-conditions.ts';
import type { RoundPlace } from '../../store/rounds.ts';

/** Each place against the seat and the sponsor's offer it is made of: not more than is left, and only what the sponsor pays for. */
export async function placesFor(stores: Container, region: string, wanted: readonly NewPlace[]): Promise<RoundPlace[]> {
  const lines = [...new Set(wanted.flatMap(({ seat, grant }) => (grant === null ? [seat] : [seat, grant])))];
  const used = await stores.rounds.committed(lines);
  const districts = new Map((await stores.catalogue.districtsOf(region)).map((one) => [one._id, one]));
  const places: RoundPlace[] = [];
  for (const [index, one] of wanted.entries()) {
    const at = `places/${index}`;
    const seat = await stores.alliance.seats.byId(one.seat);
    if (seat === null || seat.state !== 'open' || (seat.region !== null && seat.region !== region))
      throw wrong(`${at}/seat`, 'an open offer of seats for this region');
    if (one.district !== null && !districts.has(one.district))
      throw wrong(`${at}/district`, 'a district of the region');
    if (one.reserved.reduce((sum, { seats }) => sum + seats, 0) > one.quota)
      throw wrong(`${at}/reserved`, `not more than the ${one.quota} seats of the place`);
    if ((seat.funding === 'sponsor') !== (one.grant !== null))
      throw wrong(`${at}/grant`, 'a sponsor’s offer where the seat is paid by a sponsor, and only there');
    const grant = one.grant === null ? null : await stores.alliance.grants.byId(one.grant);
    if (one.grant !== null && (grant === null || grant.state !== 'open')) throw wrong(`${at}/grant`, 'an open offer');
    if (grant !== null) {
      const { subject, language: teachingLanguage } = seat;
      // A place names a district, not a school: whether it is rural is kept to when the school is named, years later.
      const locality = grant.conditions.locality ?? 'rural';
      const funded = { region, district: one.district ?? '', locality, subject, teachingLanguage };
      if (!meets(funded, grant.conditions)) throw wrong(`${at}/grant`, 'an offer whose conditions this place meets');
    }
    for (const [line, left] of [
      [one.seat, seat.count - (used.get(one.seat) ?? 0)],
      [one.grant, (grant?.count ?? 0) - (used.get(one.grant ?? '') ?? 0)],
    ] as const) {
      if (line === null) continue;
      if (one.quota > left) throw wrong(`${at}/quota`, `at most ${left}: the rest is in another round`);
      used.set(line, (used.get(line) ?? 0) + one.quota);
    }
    const { subject, language, organisation, form, funding, after } = seat;
    places.push({
      ...one,
      id: `p-${index + 1}`,
      subject,
      language,
      organisation,
      form,
      funding,
      after,
      sponsor: grant?.sponsor ?? null,
    });
  }
  return places;
}

export const wrong = (field: string, expected: string): Problem =>
  new Problem('input-invalid', { errors: [{ pointer: `/body/${field}`, detail: expected }] });
