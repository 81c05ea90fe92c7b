import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import {
  type Decision,
  decision,
  type Round,
  type RoundParams,
  round,
  roundParams,
} from '../../contract/round.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { ReferralDocument } from '../../store/referrals.ts';
import type { ChoiceDocument, RoundDocument } from '../../store/rounds.ts';
import { asStaff } from '../actors.ts';
import { candidatesNow, existingRound, placeOfChoice, toRound } from './round-things.ts';
import { historian } from './rounds.ts';

const dayMs = 86_400_000;

export const decideRound = endpoint({
  method: 'post',
  path: '/api/rounds/:round/decision',
  summary:
    'The commission’s decision: members, quorum, minutes, order; each departure from the proposal with its reason',
  permission: 'round.write',
  scope: { of: 'round', param: 'round' },
  params: shape<RoundParams>(roundParams),
  body: shape<Decision>(decision),
  bodyLimit: 900_000,
  reply: shape<Round>(round),
  audit: { action: 'round.decide', target: 'round' },
  async handle(stores, { actor, params, body, now }) {
    const record = await existingRound(stores, params.round);
    if (record.state !== 'proposed') throw new Problem('round-moved-on');
    if (body.members.length < body.quorum) throw wrong('members', `at least ${body.quorum}: the quorum`);
    const choices = withDepartures(record, await stores.rounds.choicesOf(record._id), body);
    const who = await historian(stores, asStaff(actor).id);
    const moved = await stores.rounds.advance(
      record,
      { state: 'final', decision: body },
      { at: now, ...who, what: 'decided' },
    );
    if (!moved) throw new Problem('round-moved-on');
    await stores.rounds.note(
      choices.filter(({ departure }) => departure !== null).map(({ _id, departure }) => ({ _id, departure })),
    );
    await offerPlaces(stores, record, body, choices, who.by, now);
    return toRound(stores, await existingRound(stores, params.round));
  },
});

/** The choices with the departures written in. @throws Problem where a code or place is unknown, or a place overfull */
function withDepartures(record: RoundDocument, choices: readonly ChoiceDocument[], body: Decision): ChoiceDocument[] {
  const byCode = new Map(choices.flatMap((choice) => (choice.frozen === null ? [] : [[choice.frozen.code, choice]])));
  const departures = new Map(body.departures.map((one) => [one.code, one]));
  body.departures.forEach(({ code, place }, index) => {
    if (!byCode.has(code)) throw wrong(`departures/${index}/code`, 'a code of the frozen pool');
    if (place !== null && !record.places.some(({ id }) => id === place))
      throw wrong(`departures/${index}/place`, 'a place of the round');
  });
  const decided = choices.map((choice) => {
    const one = choice.frozen === null ? undefined : departures.get(choice.frozen.code);
    return one === undefined
      ? choice
      : { ...choice, departure: { place: one.place, kind: one.kind, reason: one.reason } };
  });
  for (const { id, quota } of record.places) {
    const filled = decided.filter((choice) => choice.frozen !== null && placeOfChoice(choice) === id).length;
    if (filled > quota) throw wrong('departures', `at most ${quota} candidates at ${id}, not ${filled}`);
  }
  return decided;
}

/** Drafts and offers a referral to each who holds a place and is still a candidate; whoever is not any more gets none. */
async function offerPlaces(
  stores: Container,
  record: RoundDocument,
  body: Decision,
  choices: readonly ChoiceDocument[],
  by: string,
  now: Date,
): Promise<void> {
  const held = choices.filter((choice) => choice.frozen !== null && placeOfChoice(choice) !== null);
  const candidates = await candidatesNow(stores, held, now);
  const offers = held.flatMap((choice) => {
    const place = placeOfChoice(choice);
    return place === null || !candidates.has(choice.pid) ? [] : [{ choice, place }];
  });
  await stores.referrals.add(await makeReferrals(stores, { ...record, decision: body }, offers, by, now));
}

/** New referrals, each drafted and offered at once, with numbers of their own. */
export async function makeReferrals(
  stores: Container,
  record: RoundDocument,
  offers: readonly { choice: ChoiceDocument; place: string }[],
  by: string,
  now: Date,
): Promise<ReferralDocument[]> {
  const { decision: decided } = record;
  if (offers.length === 0 || decided === null) return [];
  const first = await stores.referrals.numbers(record.region, record.year, offers.length);
  const answerBy = new Date(now.getTime() + decided.answerDays * dayMs);
  const step = { by: 'department' as const, who: by, at: now, reason: null };
  return offers.flatMap(({ choice, place: id }, index) => {
    const place = record.places.find((one) => one.id === id);
    if (place === undefined) return [];
    return [
      {
        _id: randomUUID(),
        number: `${record.region.slice(3)}-${record.year}-${String(first + index).padStart(4, '0')}`,
        code: choice.frozen?.code ?? '',
        pid: choice.pid,
        region: record.region,
        round: record._id,
        year: record.year,
        organisation: place.organisation,
        seat: place.seat,
        grant: place.grant,
        place,
        events: [
          { to: 'drafted' as const, ...step, answerBy: null },
          { to: 'offered' as const, ...step, answerBy },
        ],
        checkIns: [],
        unt: null,
        teachesAt: null,
        letter: { order: decided.order, signedOn: decided.signedOn, signatory: decided.signatory },
        demo: choice.demo,
      },
    ];
  });
}

const wrong = (field: string, expected: string): Problem =>
  new Problem('input-invalid', { errors: [{ pointer: `/body/${field}`, detail: expected }] });
