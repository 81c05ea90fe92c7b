import type { Container } from '../../container.ts';
import type { Decision, Place, Round } from '../../contract/round.schema.ts';
import { type RuledCandidate, roundPool } from '../../domain/alliance/round-pool.ts';
import type { Pool } from '../../domain/allocation/types.ts';
import { isCandidate } from '../../domain/decision/candidate.ts';
import type { Words } from '../../domain/language.ts';
import { Problem } from '../../domain/problem.ts';
import type { ChoiceDocument, RoundDocument, RoundPlace, StoredDeparture } from '../../store/rounds.ts';
import { teachingSubjects } from './catalogue.ts';

/** Names that places are read by. */
export type PlaceNames = {
  subjects: ReadonlyMap<string, Words>;
  organisations: ReadonlyMap<string, Words>;
  districts: ReadonlyMap<string, Words>;
};

export async function placeNames(stores: Container): Promise<PlaceNames> {
  const [organisations, districts] = await Promise.all([stores.alliance.organisations(), stores.catalogue.districts()]);
  return {
    subjects: new Map(teachingSubjects(stores).map(({ id, name }) => [id, name])),
    organisations: new Map(organisations.map(({ _id, names }) => [_id, names])),
    districts: new Map(districts.map(({ _id, names }) => [_id, names])),
  };
}

const asIs = (id: string): Words => ({ kk: id, ru: id, en: id });

export function toPlace(place: RoundPlace, names: PlaceNames): Place {
  const { sponsor, returned: _, ...rest } = place;
  return {
    ...rest,
    subjectName: names.subjects.get(place.subject) ?? asIs(place.subject),
    organisationName: names.organisations.get(place.organisation) ?? asIs(place.organisation),
    sponsorName: sponsor === null ? null : (names.organisations.get(sponsor) ?? asIs(sponsor)),
    districtName: place.district === null ? null : (names.districts.get(place.district) ?? asIs(place.district)),
  };
}

/** «Mathematics teacher · Abai KazNPU»: how a place is called in a sentence. */
export const placeTitle = (place: Place, language: 'kk' | 'ru' | 'en'): string =>
  `${place.subjectName[language]} · ${place.organisationName[language]}`;

export async function existingRound(stores: Container, id: string): Promise<RoundDocument> {
  const found = await stores.rounds.byId(id);
  if (found === null) throw new Problem('not-found');
  return found;
}

export async function toRound(stores: Container, record: RoundDocument): Promise<Round> {
  const [names, region, wishing] = await Promise.all([
    placeNames(stores),
    stores.catalogue.region(record.region),
    stores.rounds.wishingIn(record._id),
  ]);
  const { _id, title, year, state, wishesUntil, cap, obligations, lotterySeed, proposal, decision, history, demo } =
    record;
  return {
    id: _id,
    region: record.region,
    regionName: region?.names ?? asIs(record.region),
    ...{ title, year, state, cap, obligations, lotterySeed, proposal, demo },
    decision: decision === null ? null : { ...decision, departures: decision.departures.map(withKind) },
    wishesUntil: wishesUntil.toISOString(),
    places: record.places.map((place) => ({ ...toPlace(place, names), returned: place.returned ?? 0 })),
    wishing,
    history: history.map(({ at, who, what, reason = null }) => ({ at: at.toISOString(), who, what, reason })),
  };
}

const withKind = (departure: StoredDeparture): Decision['departures'][number] => ({ kind: 'other', ...departure });

/** Those of the choices who are candidates this moment: own wish and both consents in force. Folded anew at every look. */
export async function candidatesNow(
  stores: Container,
  choices: readonly ChoiceDocument[],
  now: Date,
): Promise<Set<string>> {
  const pids = choices.map(({ pid }) => pid);
  const [pupils, events] = await Promise.all([stores.pupils.byIds(pids), stores.consents.ofMany(pids)]);
  const wishing = new Map(pupils.map(({ _id, teachingWish }) => [_id, teachingWish?.wish ?? false]));
  return new Set(pids.filter((pid) => isCandidate(wishing.get(pid) ?? false, events.get(pid) ?? [], now)));
}

/** The frozen pool of a round, as the rules see it. */
export function poolOf(record: RoundDocument, choices: readonly ChoiceDocument[], lotterySeed: string): Pool {
  const candidates = choices.flatMap(({ frozen, wishes, reserves }): RuledCandidate[] =>
    frozen === null ? [] : [{ ...frozen, wishes, reserves: [...new Set(reserves.map(({ kind }) => kind))] }],
  );
  return roundPool(record.places, candidates, lotterySeed);
}

/** A place of another size; its shares together are never larger than it is. */
export function withQuota(place: RoundPlace, quota: number): RoundPlace {
  let left = quota;
  const reserved = place.reserved.map(({ kind, seats }) => {
    const kept = Math.min(seats, left);
    left -= kept;
    return { kind, seats: kept };
  });
  return { ...place, quota, reserved };
}

/** Where a choice stands after the commission: as proposed, or as it departed from that. */
export const placeOfChoice = ({ proposed, departure }: ChoiceDocument): string | null =>
  departure === null ? proposed : departure.place;
