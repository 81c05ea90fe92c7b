import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Profile } from '../../server/contract/school.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff, type PupilTokens } from './personas.ts';

const hourMs = 3_600_000;

let service: TestService;
let pupil: PupilTokens;
let closesAt = 0;
beforeAll(async () => {
  service = await startService();
  pupil = await enterPupil(service, service.code('pupil-kk'));
  const body = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
  await call(service, 'POST', '/api/pupil/assents', { token: pupil.token, body });
  await call(service, 'PUT', `/api/sittings/${pupil.sitting}`, { token: pupil.token, body: { language: 'kk' } });
  const { campaign = '' } = (await service.stores.sittings.byId(pupil.sitting)) ?? {};
  closesAt = (await service.stores.catalogue.campaign(campaign))?.closesAt.getTime() ?? 0;
});
afterAll(() => service.close());

/** What the pupil's own school is told of the sitting. */
const told = async () => {
  service.setNow(null);
  const { token } = await enterStaff(service, 'demo-counsellor');
  const { pid = '' } = (await service.stores.sittings.byId(pupil.sitting)) ?? {};
  const reply = await call<Profile>(service, 'GET', `/api/pupils/${pid}/profile?language=kk`, { token });
  return reply.body.sitting;
};

/** Answers that reach the service five hours after the end, given so long after it. */
const send = async (
  given: readonly [item: string, afterMs: number][],
  firstSeq: number,
  batch: string = randomUUID(),
) => {
  service.setNow(new Date(closesAt + 5 * hourMs));
  const answers = given.map(([item, afterMs], index) => ({
    ...{ item, value: 3, seq: firstSeq + index, atMs: 10, language: 'kk', givenAt: closesAt + afterMs },
  }));
  const path = `/api/sittings/${pupil.sitting}/batches/${batch}`;
  return (await call(service, 'PUT', path, { token: pupil.uploadToken, body: { answers } })).status;
};

it('says nothing of lateness while there is none, and none of what was finished in time', async () => {
  expect(await told()).toMatchObject({ tooLate: null });
  expect(
    await send(
      [
        ['E1', -hourMs],
        ['E2', hourMs],
      ],
      1,
    ),
  ).toBe(200);
  expect(await told()).toMatchObject({ answered: 2, tooLate: null });
});

it('tells the school to how many items answers came too late, and since when: once, however often they come', async () => {
  const batch = randomUUID();
  for (let again = 0; again < 2; again += 1)
    expect(
      await send(
        [
          ['E3', 4 * hourMs],
          ['E4', 3 * hourMs],
        ],
        3,
        batch,
      ),
    ).toBe(200);
  expect(
    await send(
      [
        ['E3', 4.5 * hourMs],
        ['E5', hourMs],
      ],
      5,
    ),
  ).toBe(200);
  expect(await told()).toMatchObject({
    answered: 3,
    tooLate: { items: 2, since: new Date(closesAt + 3 * hourMs).toISOString() },
  });
});
