import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TalkWish } from '../../server/contract/analysis.schema.ts';
import type { ConsentSummary } from '../../server/contract/consent.schema.ts';
import type { PaperDesk, PaperReceipt } from '../../server/contract/paper.schema.ts';
import type { PupilResult } from '../../server/contract/result.schema.ts';
import type { PupilList } from '../../server/contract/school.schema.ts';
import { newPupil } from '../browser/new-pupil.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

let service: TestService;
let counsellor: { token: string };
beforeAll(async () => {
  service = await startService();
  counsellor = await enterStaff(service, 'demo-counsellor');
});
afterAll(() => service.close());

const agree = async (pid: string, code: string) => {
  const pupil = await enterPupil(service, code);
  const body = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
  await call(service, 'POST', '/api/pupil/assents', { token: pupil.token, body });
  return pid;
};
const items = () => service.stores.instruments.current('personality-ipip50').instrument.items;
const answers = () => items().map(({ id }, index) => ({ item: id, value: 1 + (index % 5) }));

describe('a sitting on paper', () => {
  it('is keyed in once, with its origin, and no speed is read into it', async () => {
    const pupil = await newPupil(service, 'Қағаз');
    await agree(pupil.pid, pupil.pupilCode);
    const desk = await call<PaperDesk>(service, 'GET', `/api/pupils/${pupil.pid}/paper`, counsellor);
    expect(desk.body).toMatchObject({ state: 'ready', instrument: 'personality-ipip50' });
    const body = { language: 'kk', answers: answers(), differences: 2 };
    const path = `/api/pupils/${pupil.pid}/paper`;
    const sent = await call<PaperReceipt>(service, 'POST', path, { ...counsellor, body });
    expect(sent.body.answered).toBe(50);
    const stored = await service.stores.sittings.byId(sent.body.sitting);
    expect(stored).toMatchObject({ origin: 'paper', keyedBy: 'demo-counsellor', keyingDifferences: 2 });
    const result = await service.stores.results.byId(sent.body.sitting);
    expect(result?.quality?.flags.map(({ flag }) => flag)).not.toContain('too-quick');
    expect((await call(service, 'POST', path, { ...counsellor, body })).status).toBe(409);
    const [line] = await service.stores.audit.about(pupil.pid, ['paper.enter']);
    expect(line?.actor).toBe('demo-counsellor');
  });

  it('needs both consents, and known items and points', async () => {
    const pupil = await newPupil(service, 'Келісімсіз');
    const path = `/api/pupils/${pupil.pid}/paper`;
    const body = { language: 'kk', answers: answers(), differences: 0 };
    expect((await call(service, 'POST', path, { ...counsellor, body })).body).toMatchObject({
      slug: 'consent-missing',
    });
    await agree(pupil.pid, pupil.pupilCode);
    const wrong = { ...body, answers: [{ item: 'E1', value: 9 }] };
    expect((await call(service, 'POST', path, { ...counsellor, body: wrong })).status).toBe(422);
  });

  it.each(['kk', 'ru', 'en'])(
    'is printed in %s, with a code that opens it and closes the one before',
    async (language) => {
      const pupil = await newPupil(service, 'Бланк');
      const form = await fetch(`${service.url}/api/pupils/${pupil.pid}/paper-form`, {
        method: 'POST',
        headers: { authorization: `Bearer ${counsellor.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ language, address: service.url, withCode: true }),
      });
      expect(form.headers.get('content-type')).toContain('application/pdf');
      expect((await form.arrayBuffer()).byteLength).toBeGreaterThan(20_000);
      await expect(enterPupil(service, pupil.pupilCode)).rejects.toThrow();
    },
  );
});

describe('what a pupil says after the result', () => {
  it('a wish to talk stands in the class until they have talked', async () => {
    const pupil = await newPupil(service, 'Сөйлесу');
    const { token } = await enterPupil(service, pupil.pupilCode);
    await call<TalkWish>(service, 'PUT', '/api/pupil/talk', { token, body: { asked: true } });
    const { class: schoolClass } = (await service.stores.pupils.byId(pupil.pid)) ?? { class: '' };
    const row = async () => {
      const list = await call<PupilList>(service, 'GET', `/api/classes/${schoolClass}/pupils`, counsellor);
      return list.body.pupils.find(({ pid }) => pid === pupil.pid);
    };
    expect((await row())?.talkAskedAt).toBeDefined();
    await call(service, 'DELETE', `/api/pupils/${pupil.pid}/talk`, counsellor);
    expect((await row())?.talkAskedAt).toBeUndefined();
  });

  it('a wish taken back takes back every naming, and nothing else', async () => {
    const pupil = await newPupil(service, 'Тілек');
    await agree(pupil.pid, pupil.pupilCode);
    const { token } = await enterPupil(service, pupil.pupilCode);
    await call(service, 'PUT', '/api/pupil/wish', { token, body: { wish: true } });
    const body = { purpose: 'department', action: 'given', wording: 'department-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token, body });
    await call(service, 'PUT', '/api/pupil/wish', { token, body: { wish: null } });
    const { body: own } = await call<ConsentSummary>(service, 'GET', '/api/pupil/consents', { token });
    const states = Object.fromEntries(own.purposes.map((one) => [one.purpose, one.pupil]));
    expect(states).toEqual({ assessment: 'given', department: 'withdrawn', university: 'missing', sponsor: 'missing' });
  });

  it('help told after handing in takes the speed flag back', async () => {
    const pupil = await newPupil(service, 'Дауыс');
    await agree(pupil.pid, pupil.pupilCode);
    const { token, uploadToken, sitting } = await enterPupil(service, pupil.pupilCode);
    await call(service, 'PUT', `/api/sittings/${sitting}`, { token, body: { language: 'kk' } });
    const given = answers().map((one, index) => ({ ...one, seq: index + 1, atMs: index * 300, language: 'kk' }));
    await call(service, 'PUT', `/api/sittings/${sitting}/batches/${crypto.randomUUID()}`, {
      token: uploadToken,
      body: { answers: given },
    });
    const submission = { submission: crypto.randomUUID(), lastSeq: 50 };
    await call(service, 'PUT', `/api/sittings/${sitting}/submission`, { token: uploadToken, body: submission });
    const flags = async () =>
      (await service.stores.results.byId(sitting))?.quality?.flags.map(({ flag }) => flag) ?? [];
    expect(await flags()).toContain('too-quick');
    const help = { accommodation: 'read-aloud' };
    await call(service, 'PUT', `/api/sittings/${sitting}/accommodation`, { token: uploadToken, body: help });
    expect(await flags()).not.toContain('too-quick');
    const result = await call<PupilResult>(service, 'GET', `/api/sittings/${sitting}/result?language=ru`, { token });
    expect(result.body.scales.every(({ from, to }) => from === 1 && to === 5)).toBe(true);
  });
});
