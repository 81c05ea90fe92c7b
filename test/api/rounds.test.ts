import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backgroundJobs } from '../../server/background.ts';
import type { SeatList } from '../../server/contract/alliance.schema.ts';
import type { Readers } from '../../server/contract/audit.schema.ts';
import type { OwnCase } from '../../server/contract/case.schema.ts';
import type { OwnPlaces } from '../../server/contract/own-places.schema.ts';
import type { LetterStanding, Referral, ReferralList } from '../../server/contract/referral.schema.ts';
import type { Round, RoundOutcome } from '../../server/contract/round.schema.ts';
import type { CodedList, RoundList } from '../../server/contract/round-list.schema.ts';
import { stateOf } from '../../server/domain/referral/history.ts';
import { holdsSeat } from '../../server/domain/referral/status.ts';
import { settleRounds } from '../../server/resources/alliance/move-up.ts';
import { runOnce } from '../../server/scheduler.ts';
import type { RoundDocument } from '../../server/store/rounds.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff, type PupilTokens } from './personas.ts';

const dayMs = 86_400_000;

describe('from wishes to a place in a school', () => {
  let service: TestService;
  let department: string;
  let pupil: PupilTokens;
  let own: OwnPlaces;
  beforeAll(async () => {
    service = await startService();
    department = (await enterStaff(service, 'demo-department')).token;
    pupil = await enterPupil(service, service.code('pupil-finished'));
    own = (await call<OwnPlaces>(service, 'GET', '/api/pupil/places?language=ru', { token: pupil.token })).body;
  });
  afterAll(() => service.close());
  const read = (path: string) => call<Round>(service, 'GET', path, { token: department });
  const referrals = async () =>
    (await call<ReferralList>(service, 'GET', '/api/referrals', { token: department })).body.referrals;

  /** No place is ever held by more than its quota. */
  const expectQuotas = async () => {
    const record = await service.stores.rounds.byId('r-demo-1');
    const all = await service.stores.referrals.ofRound('r-demo-1');
    for (const { id, quota } of record?.places ?? []) {
      const held = all.filter(({ place, events }) => {
        const state = stateOf(events, service.stores.now());
        return place.id === id && state !== null && holdsSeat(state.status);
      });
      expect(held.length, id).toBeLessThanOrEqual(quota);
    }
  };

  it('a decided round has offers, and its coded list tells each why', async () => {
    const list = await call<CodedList>(service, 'GET', '/api/rounds/r-demo-1/list?language=ru', { token: department });
    expect(list.body.rows.length).toBeGreaterThan(20);
    expect(list.body.rows.map(({ draw }) => draw)).toEqual(list.body.rows.map((_, index) => index + 1));
    expect(list.body.rows.every(({ explanation }) => explanation.length > 0)).toBe(true);
    const text = JSON.stringify([list.body, (await read('/api/rounds/r-demo-1')).body]);
    for (const { _id } of await service.stores.pupils.wishing('KZ-61', null, 500)) expect(text).not.toContain(_id);
    await expectQuotas();
  });

  it('a pupil reads why it was decided so, also once a new round is open', async () => {
    expect(own.round).toMatchObject({ id: 'r-demo-2', state: 'open' });
    expect(own.earlier.map(({ id }) => id)).toEqual(['r-demo-1']);
    const [offer] = own.referrals.filter(({ round }) => round === 'r-demo-1');
    expect(own.earlier[0]?.explanation.join()).toContain(offer?.place.subjectName.ru);
    const list = await call<CodedList>(service, 'GET', '/api/rounds/r-demo-1/list?language=ru', { token: department });
    expect(list.body.rows.map(({ code }) => code)).toContain(own.earlier[0]?.code);
    // Who took no part in it reads nothing of it.
    const other = await enterPupil(service, service.code('pupil-kk'));
    const { body } = await call<OwnPlaces>(service, 'GET', '/api/pupil/places?language=ru', { token: other.token });
    expect(body.earlier).toEqual([]);
  });

  it('is read where it was decided before departures had a kind', async () => {
    const departure = { code: 'W-1', place: null, reason: 'The family asked for another year.' };
    const connection = await mongoose.createConnection(service.mongoUri).asPromise();
    const rounds = connection.collection<RoundDocument>('rounds');
    const held = await rounds.findOneAndUpdate(
      { _id: 'r-demo-1' },
      { $set: { 'decision.departures': [departure] } },
      { writeConcern: { w: 'majority' } },
    );
    const { status, body } = await read('/api/rounds/r-demo-1');
    expect([status, body.decision?.departures]).toEqual([200, [{ ...departure, kind: 'other' }]]);
    await rounds.updateOne({ _id: 'r-demo-1' }, { $set: { decision: held?.decision ?? null } });
    await connection.close();
  });

  it('what-if changes nothing', async () => {
    const before = (await read('/api/rounds/r-demo-1')).body;
    const tried = await call<RoundOutcome>(service, 'POST', '/api/rounds/r-demo-1/what-if', {
      token: department,
      body: { quotas: [{ place: 'p-1', quota: 0 }] },
    });
    expect(tried.body.places.find(({ place }) => place === 'p-1')?.filled).toBe(0);
    expect((await read('/api/rounds/r-demo-1')).body).toEqual(before);
  });

  it('a pupil names wishes while the round is open, and takes them back', async () => {
    expect(own.missing).toEqual([]);
    expect(own.round?.id).toBe('r-demo-2');
    const wish = (wishes: string[]) =>
      call<OwnPlaces>(service, 'PUT', '/api/pupil/places/wishes', {
        token: pupil.token,
        body: { round: 'r-demo-2', wishes },
      });
    expect((await wish(['p-3', 'p-1'])).body.wishes).toEqual(['p-3', 'p-1']);
    expect((await wish(['p-99'])).status).toBe(422);
    expect((await wish([])).body.wishes).toEqual([]);
    const other = await enterPupil(service, service.code('pupil-kk'));
    const refused = await call(service, 'PUT', '/api/pupil/places/wishes', {
      token: other.token,
      body: { round: 'r-demo-2', wishes: ['p-1'] },
    });
    expect(refused).toMatchObject({ status: 409, body: { slug: 'not-yet-candidate' } });
  });

  it('an offer is accepted by the family only, and then goes on to a school', async () => {
    const [offer] = own.referrals.filter(({ status }) => status === 'offered');
    if (offer === undefined) throw new Error('the demo’s pupil holds no offer');
    expect(offer.steps.sort()).toEqual(['accepted', 'declined', 'revoked']);
    const step = (to: string, token: string, path = `/api/referrals/${offer.id}/steps`) =>
      call<Referral>(service, 'POST', path, { token, body: { to, reason: null } });
    expect((await step('accepted', department)).status).toBe(409);
    const answered = await call<OwnPlaces>(service, 'POST', '/api/pupil/referral-steps', {
      token: pupil.token,
      body: { referral: offer.id, to: 'accepted', reason: null },
    });
    expect(answered.body.referrals.find(({ id }) => id === offer.id)?.status).toBe('accepted');
    const ownLetter = await fetch(`${service.url}/api/pupil/letters/${offer.id}?language=ru&address=http://127.0.0.1`, {
      headers: { authorization: `Bearer ${pupil.token}` },
    });
    expect([ownLetter.status, ownLetter.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await call(service, 'POST', '/api/pupil/check-ins', {
      token: pupil.token,
      body: { referral: offer.id, grade: 10, confirmed: true, pedagogicalClass: true, mentor: false },
    });
    const reason = 'Сөйлесуге шақыру үшін';
    const opened = await call(service, 'POST', `/api/referrals/${offer.id}/name`, {
      token: department,
      body: { reason },
    });
    expect(opened.status).toBe(200);
    const { readers } = (await call<Readers>(service, 'GET', '/api/pupil/readers', { token: pupil.token })).body;
    expect(readers.map(({ action }) => action)).toContain('referral.name');
    const { written } = (await call<OwnCase>(service, 'GET', '/api/pupil/case', { token: pupil.token })).body;
    expect(written.at(-1)).toMatchObject({ kind: 'opened', text: reason, by: 'Гүлмира Тоқтарова' });
    const university = (await enterStaff(service, 'demo-university')).token;
    const isOwn = offer.place.organisation === 'u-abai';
    expect((await step('enrolled', university)).status).toBe(isOwn ? 200 : 404);
  });

  it('enrolments come from a table, wrong lines are named', async () => {
    const university = (await enterStaff(service, 'demo-university')).token;
    const mine = (await call<ReferralList>(service, 'GET', '/api/referrals', { token: university })).body.referrals;
    const accepted = mine.find(({ status }) => status === 'accepted');
    expect(mine.every(({ place }) => place.organisation === 'u-abai')).toBe(true);
    const sheet = `Номер направления,ЕНТ сдано,Зачисление\n${accepted?.number},да,да\n00-0000-0000,да,да\n${accepted?.number},maybe,\n`;
    const outcome = await call<{ taken: number; errors: { row: number }[] }>(
      service,
      'POST',
      '/api/referrals/enrolments',
      {
        token: university,
        body: { content: Buffer.from(sheet).toString('base64') },
        headers: { 'accept-language': 'ru' },
      },
    );
    expect(outcome.body.taken).toBe(1);
    expect(outcome.body.errors.map(({ row }) => row).sort()).toEqual([3, 4]);
    const after = (await referrals()).find(({ id }) => id === accepted?.id);
    expect(after).toMatchObject({ status: 'enrolled', unt: 'passed' });
    const placed = await call<Referral>(service, 'POST', `/api/referrals/${accepted?.id}/steps`, {
      token: department,
      body: { to: 'placed', reason: null },
    });
    expect(placed.status).toBe(409);
  });

  it('a name opens only with a reason and while the consent holds, and the log has it', async () => {
    const all = await referrals();
    const known = all.find(({ mayBeNamed, status }) => mayBeNamed && status === 'offered');
    const open = () =>
      call(service, 'POST', `/api/referrals/${known?.id}/name`, {
        token: department,
        body: { reason: 'Хабарласу үшін' },
      });
    expect((await open()).status).toBe(200);
    const record = await service.stores.referrals.byId(known?.id ?? '');
    const pid = record?.pid ?? '';
    expect((await service.stores.audit.about(pid, ['referral.name'])).length).toBe(1);
    const letter = await fetch(
      `${service.url}/api/referrals/${known?.id}/letter?language=kk&address=http://127.0.0.1`,
      {
        headers: { authorization: `Bearer ${department}` },
      },
    );
    expect(letter.headers.get('content-type')).toContain('pdf');
    expect((await letter.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    const token = service.stores.referrals.token(known?.id ?? '');
    const check = (given: string) => call<LetterStanding>(service, 'GET', `/api/letters/${given}`);
    expect((await check(token)).body).toEqual({
      standing: 'valid',
      number: known?.number,
      issuedOn: record?.letter.signedOn,
    });
    expect((await check(`${known?.id}.${'A'.repeat(22)}`)).body.standing).toBe('unknown');
    const [event] = (await service.stores.consents.of(pid)).filter(
      ({ purpose, party }) => purpose === 'department' && party === 'guardian',
    );
    if (event === undefined) throw new Error('no consent');
    await service.stores.consents.add([{ ...event, action: 'withdrawn', at: new Date() }]);
    expect(await open()).toMatchObject({ status: 409, body: { slug: 'consent-not-given' } });
    await referrals();
    expect((await check(token)).body.standing).toBe('withdrawn');
    await expectQuotas();
  });

  it('the waiting list moves up when an offer lapses, and never past a quota', async () => {
    const waiting = async () => {
      const all = await service.stores.referrals.ofRound('r-demo-1');
      return all.filter(({ events }) => events.some(({ who }) => who === 'waiting-list')).length;
    };
    const before = await waiting();
    service.setNow(new Date(Date.now() + 40 * dayMs));
    const job = backgroundJobs(service.stores).find(({ name }) => name === 'rounds');
    if (job === undefined) throw new Error('no such job');
    // Three processes of one database, and one that lost its lock and goes on all the same.
    const turns = await Promise.all([1, 2, 3].map(() => runOnce(service.stores, job)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    const all = await service.stores.referrals.ofRound('r-demo-1');
    const lapsed = all.filter(({ events }) => events.some(({ to }) => to === 'expired'));
    expect(lapsed.length).toBeGreaterThan(0);
    expect(lapsed.every(({ events }) => events.filter(({ to }) => to === 'expired').length === 1)).toBe(true);
    const once = await waiting();
    expect(once).toBeGreaterThanOrEqual(before);
    const again = all.map((one) => ({ ...one, _id: `again-${one._id}`, number: `again-${one.number}` }));
    expect(await service.stores.referrals.addNew(again)).toBe(0);
    await settleRounds(service.stores, service.stores.now());
    expect(await waiting()).toBe(once);
    await expectQuotas();
    service.setNow(null);
  });

  it('a round goes from open to final: pool, lottery, proposal, a commission with its departures', async () => {
    const act = (method: string, path: string, body?: unknown) =>
      call<Round>(service, method, `/api/rounds/r-demo-2${path}`, { token: department, body });
    const wishers = (await service.stores.pupils.wishing('KZ-61', null, 500)).slice(0, 12);
    for (const [index, { _id }] of wishers.entries())
      await service.stores.rounds.wish(
        'r-demo-2',
        _id,
        [`p-${(index % 5) + 1}`, `p-${((index + 1) % 5) + 1}`],
        new Date(),
        true,
      );
    expect((await act('POST', '/proposal')).status).toBe(409);
    // Before the announced day only for a reason, which those who wished read.
    expect((await act('POST', '/pool', { reason: null })).status).toBe(422);
    const reason = 'Барлық үміткер тілегін айтып болды';
    const { history } = (await act('POST', '/pool', { reason })).body;
    expect(history.at(-1)).toMatchObject({ what: 'frozen', reason });
    const proposed = (await act('POST', '/proposal')).body;
    expect(proposed.proposal?.placed).toBeGreaterThan(8);
    const { rows } = (
      await call<CodedList>(service, 'GET', '/api/rounds/r-demo-2/list?language=kk', { token: department })
    ).body;
    const [first] = rows.filter(({ place }) => place !== null);
    const decision = {
      order: '№ 3',
      signedOn: '2027-05-05',
      signatory: 'Гүлмира Тоқтарова',
      members: ['А. Бір', 'Б. Екі', 'В. Үш'],
      quorum: 3,
      minutes: 'Ұсыныс толық қаралды, бір өзгеріспен бекітілді.',
      departures: [
        { code: first?.code ?? '', place: null, kind: 'family-asked', reason: 'Отбасы отырыста орыннан бас тартты.' },
      ],
      answerDays: 14,
    };
    expect((await act('POST', '/decision', { ...decision, members: ['А. Бір', 'Б. Екі'] })).status).toBe(422);
    expect(
      (
        await act('POST', '/decision', {
          ...decision,
          departures: [{ code: 'x', place: null, kind: 'other', reason: 'a long enough reason' }],
        })
      ).status,
    ).toBe(422);
    expect((await act('POST', '/decision', decision)).body).toMatchObject({
      state: 'final',
      decision: { order: '№ 3' },
    });
    expect((await act('POST', '/decision', decision)).status).toBe(409);
    // What is published of a departure is its kind; the commission's words are for the minutes and the family.
    const published = JSON.stringify(
      (await call<CodedList>(service, 'GET', '/api/rounds/r-demo-2/list?language=ru', { token: department })).body,
    );
    expect(published).toContain('просьба семьи');
    expect(published).not.toContain('Отбасы');
    const made = await service.stores.referrals.ofRound('r-demo-2');
    expect(made.length).toBe((proposed.proposal?.placed ?? 0) - 1);
    expect(new Set(made.map(({ number }) => number)).size).toBe(made.length);
    // The waiting list gives nobody back what the commission took; the seat goes to somebody else or stays free.
    await settleRounds(service.stores, service.stores.now());
    const after = await service.stores.referrals.ofRound('r-demo-2');
    expect(after.filter(({ code }) => code === first?.code)).toEqual([]);
    // What nobody holds or waits for can be put into another round.
    const seats = `/api/alliance/seats?year=${proposed.year}`;
    const freeOf = async () =>
      (await call<SeatList>(service, 'GET', seats, { token: department })).body.seats.reduce(
        (sum, { free }) => sum + (free ?? 0),
        0,
      );
    const before = await freeOf();
    const quota = proposed.places.reduce((sum, place) => sum + place.quota, 0);
    const back = (await act('POST', '/returns')).body;
    const returned = back.places.reduce((sum, place) => sum + place.returned, 0);
    expect(returned).toBe(quota - after.length);
    expect(await freeOf()).toBe(before + returned);
    expect((await act('POST', '/returns')).status).toBe(409);
    await settleRounds(service.stores, service.stores.now());
    expect(await service.stores.referrals.ofRound('r-demo-2')).toHaveLength(after.length);
  });

  it('tells whoever had named wishes that a round was cancelled', async () => {
    const { token } = await enterPupil(service, service.code('pupil-kk'));
    const ownRound = async () =>
      (await call<OwnPlaces>(service, 'GET', '/api/pupil/places?language=ru', { token })).body.round;
    expect(await ownRound()).toBeNull();
    const final = await service.stores.rounds.byId('r-demo-2');
    if (final === null) throw new Error('no round');
    await service.stores.rounds.add({ ...final, _id: 'r-gone', state: 'cancelled' });
    expect(await ownRound()).toBeNull();
    const found = await service.stores.codes.find('pupil', service.code('pupil-kk').replaceAll('-', ''));
    await service.stores.rounds.wish('r-gone', found?.pid ?? '', ['p-1'], service.stores.now(), true);
    expect(await ownRound()).toMatchObject({ id: 'r-gone', state: 'cancelled' });
  });

  it('is out of reach of another region, to the letter', async () => {
    const { token } = await enterStaff(service, 'demo-department-elsewhere');
    expect((await call<RoundList>(service, 'GET', '/api/rounds', { token })).body.rounds).toEqual([]);
    expect((await call<ReferralList>(service, 'GET', '/api/referrals', { token })).body.referrals).toEqual([]);
    expect((await call(service, 'GET', '/api/rounds/r-demo-1', { token })).status).toBe(404);
  });
});
