import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import {
  type Freeze,
  freeze,
  type NewRound,
  newRound,
  outcome,
  type ReserveMark,
  type Round,
  type RoundOutcome,
  type RoundParams,
  reserveMark,
  round,
  roundParams,
  type WhatIf,
  whatIf,
} from '../../contract/round.schema.ts';
import { type RoundList, roundList } from '../../contract/round-list.schema.ts';
import { shape } from '../../contract/shape.ts';
import { roundOutcome } from '../../domain/alliance/round-outcome.ts';
import { allocate } from '../../domain/allocation/allocate.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { RoundDocument } from '../../store/rounds.ts';
import { asStaff } from '../actors.ts';
import { placesFor, wrong } from './round-places.ts';
import { candidatesNow, existingRound, poolOf, toRound, withQuota } from './round-things.ts';

const ofRound = { of: 'round', param: 'round' } as const;

export const listRounds = endpoint({
  method: 'get',
  path: '/api/rounds',
  summary: 'Rounds of allocation of the own region; all of them for the operator',
  permission: 'round.read',
  scope: 'none',
  reply: shape<RoundList>(roundList),
  audit: null,
  async handle(stores, { actor }) {
    const staff = asStaff(actor);
    const found =
      staff.role === 'operator' ? await stores.rounds.all() : await stores.rounds.ofRegion(staff.region ?? '-');
    const names = new Map((await stores.catalogue.regions()).map(({ _id, names: all }) => [_id, all]));
    const rounds = await Promise.all(
      found.map(async ({ _id, region, title, year, state, wishesUntil, places }) => ({
        id: _id,
        region,
        regionName: names.get(region) ?? { kk: region, ru: region, en: region },
        title,
        year,
        state,
        wishesUntil: wishesUntil.toISOString(),
        places: places.length,
        quota: places.reduce((sum, { quota }) => sum + quota, 0),
        wishing: await stores.rounds.wishingIn(_id),
      })),
    );
    return { rounds };
  },
});

export const openRound = endpoint({
  method: 'post',
  path: '/api/rounds',
  summary: 'Open a round: places from offered seats and sponsors’ money, quotas and reserved shares, published rules',
  permission: 'round.write',
  scope: 'none',
  body: shape<NewRound>(newRound),
  bodyLimit: 400_000,
  reply: shape<Round>(round),
  audit: { action: 'round.open', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const staff = asStaff(actor);
    const region = staff.region ?? '-';
    const wishesUntil = new Date(body.wishesUntil);
    if (!(wishesUntil > now)) throw wrong('wishesUntil', 'an instant in the future');
    const places = await placesFor(stores, region, body.places);
    const account = await stores.staff.byId(staff.id);
    const record: RoundDocument = {
      ...body,
      _id: `r-${randomUUID().slice(0, 13)}`,
      region,
      state: 'open',
      wishesUntil,
      places,
      lotterySeed: null,
      proposal: null,
      decision: null,
      history: [{ at: now, by: staff.id, who: account?.name ?? staff.id, what: 'opened' }],
      demo: false,
    };
    await stores.rounds.add(record);
    return new Reply(await toRound(stores, record), { auditTarget: record._id });
  },
});

export const readRound = endpoint({
  method: 'get',
  path: '/api/rounds/:round',
  summary: 'A round: places, how many wish, proposal and decision',
  permission: 'round.read',
  scope: ofRound,
  params: shape<RoundParams>(roundParams),
  reply: shape<Round>(round),
  audit: null,
  handle: async (stores, { params }) => toRound(stores, await existingRound(stores, params.round)),
});

export const markReserve = endpoint({
  method: 'post',
  path: '/api/rounds/:round/reserves',
  summary: 'Write down that a family has shown a document for a reserved share; before the pool is frozen',
  permission: 'round.write',
  scope: ofRound,
  params: shape<RoundParams>(roundParams),
  body: shape<ReserveMark>(reserveMark),
  reply: null,
  audit: { action: 'round.reserve', target: 'round' },
  async handle(stores, { actor, params, body, now }) {
    const record = await existingRound(stores, params.round);
    if (record.state !== 'open') throw new Problem('round-moved-on');
    const choice = await stores.rounds.choice(params.round, body.pupil);
    if (choice === null || !(await candidatesNow(stores, [choice], now)).has(body.pupil))
      throw new Problem('not-found');
    await stores.rounds.mark(params.round, body.pupil, {
      kind: body.kind,
      basis: body.basis,
      by: asStaff(actor).id,
      at: now,
    });
    return new Reply(undefined, { auditTarget: body.pupil });
  },
});

export const freezeRound = endpoint({
  method: 'post',
  path: '/api/rounds/:round/pool',
  summary: 'Freeze the pool once wishes are closed, give codes, and only then draw the lottery’s seed and publish it',
  permission: 'round.write',
  scope: ofRound,
  params: shape<RoundParams>(roundParams),
  body: shape<Freeze>(freeze),
  reply: shape<Round>(round),
  audit: { action: 'round.freeze', target: 'round' },
  async handle(stores, { actor, params, body, now }) {
    const record = await existingRound(stores, params.round);
    if (record.state !== 'open') throw new Problem('round-moved-on');
    // Who relies on the announced day is told why it did not hold.
    const reason = now < record.wishesUntil ? body.reason : null;
    if (now < record.wishesUntil && reason === null) throw wrong('reason', 'why wishes close before the announced day');
    const who = await historian(stores, asStaff(actor).id);
    const event = { at: now, ...who, what: 'frozen' as const, reason };
    const moved = await stores.rounds.advance(record, { state: 'frozen' }, event);
    if (!moved) throw new Problem('round-moved-on');
    await freezeChoices(stores, record, now);
    await stores.rounds.publishSeed(record._id, randomBytes(16).toString('hex'));
    return toRound(stores, await existingRound(stores, params.round));
  },
});

/** Only who is a candidate this moment and has named wishes comes into the pool; codes are drawn, they follow from nothing. */
async function freezeChoices(stores: Container, record: RoundDocument, now: Date): Promise<void> {
  const choices = (await stores.rounds.choicesOf(record._id)).filter(({ wishes }) => wishes.length > 0);
  const candidates = await candidatesNow(stores, choices, now);
  const pupils = new Map((await stores.pupils.byIds([...candidates])).map((pupil) => [pupil._id, pupil]));
  const codes = new Set<string>();
  const newCode = (): string => {
    const code = `${String(record.year).slice(2)}-${String(randomInt(1_000_000)).padStart(6, '0')}`;
    if (codes.has(code)) return newCode();
    codes.add(code);
    return code;
  };
  await stores.rounds.note(
    choices.flatMap(({ _id, pid }) => {
      const pupil = pupils.get(pid);
      if (pupil === undefined) return [];
      const { district, language, locality } = pupil;
      return [{ _id, frozen: { code: newCode(), district, language, locality } }];
    }),
  );
}

export const proposeRound = endpoint({
  method: 'post',
  path: '/api/rounds/:round/proposal',
  summary: 'Run the published rules on the frozen pool: deferred acceptance, classes, reserved shares, the lottery',
  permission: 'round.write',
  scope: ofRound,
  params: shape<RoundParams>(roundParams),
  reply: shape<Round>(round),
  audit: { action: 'round.propose', target: 'round' },
  async handle(stores, { actor, params, now }) {
    const record = await existingRound(stores, params.round);
    if (!['frozen', 'proposed'].includes(record.state) || record.lotterySeed === null)
      throw new Problem('round-moved-on');
    const choices = await stores.rounds.choicesOf(record._id);
    const pool = poolOf(record, choices, record.lotterySeed);
    const allocation = allocate(pool);
    const proposal = roundOutcome(pool, allocation);
    await stores.rounds.note(
      choices.flatMap(({ _id, frozen }) =>
        frozen === null ? [] : [{ _id, proposed: allocation.placeOf.get(frozen.code) ?? null }],
      ),
    );
    const who = await historian(stores, asStaff(actor).id);
    const moved = await stores.rounds.advance(
      record,
      { state: 'proposed', proposal },
      { at: now, ...who, what: 'proposed' },
    );
    if (!moved) throw new Problem('round-moved-on');
    return toRound(stores, await existingRound(stores, params.round));
  },
});

export const tryRound = endpoint({
  method: 'post',
  path: '/api/rounds/:round/what-if',
  summary: 'What other numbers of seats would come to; changes nothing',
  permission: 'round.write',
  scope: ofRound,
  params: shape<RoundParams>(roundParams),
  body: shape<WhatIf>(whatIf),
  reply: shape<RoundOutcome>(outcome),
  audit: { action: 'round.what-if', target: 'round' },
  async handle(stores, { params, body }) {
    const record = await existingRound(stores, params.round);
    if (record.lotterySeed === null) throw new Problem('round-moved-on');
    const quotas = new Map(body.quotas.map(({ place, quota }) => [place, quota]));
    const changed = {
      ...record,
      places: record.places.map((one) => withQuota(one, quotas.get(one.id) ?? one.quota)),
    };
    const pool = poolOf(changed, await stores.rounds.choicesOf(record._id), record.lotterySeed);
    return roundOutcome(pool, allocate(pool));
  },
});

export const cancelRound = endpoint({
  method: 'delete',
  path: '/api/rounds/:round',
  summary: 'Cancel a round that has not been decided: its places go back to the table',
  permission: 'round.write',
  scope: ofRound,
  params: shape<RoundParams>(roundParams),
  reply: shape<Round>(round),
  audit: { action: 'round.cancel', target: 'round' },
  async handle(stores, { actor, params, now }) {
    const record = await existingRound(stores, params.round);
    if (record.state === 'final' || record.state === 'cancelled') throw new Problem('round-moved-on');
    const who = await historian(stores, asStaff(actor).id);
    const moved = await stores.rounds.advance(record, { state: 'cancelled' }, { at: now, ...who, what: 'cancelled' });
    if (!moved) throw new Problem('round-moved-on');
    return toRound(stores, await existingRound(stores, params.round));
  },
});

/** A line of a round's history names a person. */
export async function historian(stores: Container, staff: string): Promise<{ by: string; who: string }> {
  const account = await stores.staff.byId(staff);
  return { by: staff, who: account?.name ?? staff };
}
