import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LivePupilRow, LiveRoom } from '../../server/contract/live.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff, type PupilTokens } from './personas.ts';

type Told = { event: string; data: unknown };

describe('the live room', () => {
  let service: TestService;
  let pupil: PupilTokens;
  let schoolClass: string;
  let pid: string;
  let counsellor: { token: string; cookie: string };
  beforeAll(async () => {
    service = await startService();
    pupil = await enterPupil(service, service.code('pupil-kk'));
    pid = String(
      service.stores.tokens.read(pupil.token, new Date()) &&
        JSON.parse(Buffer.from(pupil.token.split('.')[1] ?? '', 'base64url').toString()).sub,
    );
    const place = await service.stores.pupils.byId(pid);
    schoolClass = place?.class ?? '';
    counsellor = await enterStaff(service, 'demo-counsellor');
  });
  afterAll(() => service.close());

  /** Listens as a page does: fetch with the Authorization header. `until` gives the first event that fits. */
  const listen = async (token = counsellor.token) => {
    const hangUp = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${service.url}/api/classes/${schoolClass}/live`, { headers, signal: hangUp.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const all: Told[] = [];
    const next = async (): Promise<Told | null> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end !== -1) {
          const [event = '', data = ''] = text.slice(0, end).split('\n');
          text = text.slice(end + 2);
          const told = { event: event.slice(7), data: JSON.parse(data.slice(6)) };
          all.push(told);
          return told;
        }
        const part = await reader?.read();
        if (part === undefined || part.done) return null;
        text += part.value;
      }
    };
    const until = async (fits: (told: Told) => boolean): Promise<Told | null> => {
      for (;;) {
        const told = await next();
        if (told === null || fits(told)) return told;
      }
    };
    return { response, until, all, close: () => hangUp.abort() };
  };
  const row = (told: Told | null) => told?.data as LivePupilRow;
  const isRow = (wanted: Partial<LivePupilRow>) => (told: Told) =>
    told.event === 'pupil' &&
    Object.entries({ pid, ...wanted }).every(([key, value]) => Reflect.get(row(told), key) === value);

  it('follows a pupil from the door to the end, and never tells an answer', async () => {
    const stream = await listen();
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const first = await stream.until(({ event }) => event === 'room');
    const room = first?.data as LiveRoom;
    expect(room.pupils.find((one) => one.pid === pid)).toMatchObject({ state: 'waiting', answered: 0 });

    const assent = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token: pupil.token, body: assent });
    expect(await stream.until(isRow({ state: 'ready' }))).not.toBeNull();
    await call(service, 'PUT', `/api/sittings/${pupil.sitting}`, { token: pupil.token, body: { language: 'kk' } });
    const answers = [1, 2, 3].map((seq) => ({ item: `E${seq}`, value: 5, seq, atMs: seq, language: 'kk' }));
    const path = `/api/sittings/${pupil.sitting}`;
    const startedAt = performance.now();
    await call(service, 'PUT', `${path}/batches/${randomUUID()}`, { token: pupil.uploadToken, body: { answers } });
    expect(row(await stream.until(isRow({ answered: 3 })))).toMatchObject({
      state: 'answering',
      section: 1,
      sections: 1,
    });
    expect(performance.now() - startedAt).toBeLessThan(4000);
    await call(service, 'PUT', `${path}/presence`, { token: pupil.uploadToken, body: { lastSeq: 5 } });
    expect(row(await stream.until(isRow({ unsent: 2 })))).toMatchObject({ answered: 3 });
    const body = { submission: randomUUID(), lastSeq: 3 };
    await call(service, 'PUT', `${path}/submission`, { token: pupil.uploadToken, body });
    expect(await stream.until(isRow({ state: 'finished' }))).not.toBeNull();
    const keys = new Set(stream.all.filter(({ event }) => event === 'pupil').flatMap((told) => Object.keys(row(told))));
    expect([...keys].sort()).toEqual([
      'answered',
      'name',
      'of',
      'pid',
      'section',
      'sections',
      'since',
      'state',
      'unsent',
    ]);
    stream.close();
  });

  it('forgets a class when the last listener hangs up', async () => {
    const [one, two] = [await listen(), await listen()];
    await one.until(({ event }) => event === 'room');
    expect(service.stores.live.watched()).toBe(1);
    one.close();
    two.close();
    await expect.poll(() => service.stores.live.watched(), { timeout: 10_000 }).toBe(0);
  });

  it('takes no place among the requests in flight', async () => {
    const streams = await Promise.all(Array.from({ length: 70 }, () => listen()));
    expect((await call(service, 'GET', '/api/me', { token: counsellor.token })).status).toBe(200);
    for (const stream of streams) stream.close();
  });

  it('ends when its reader signs out', async () => {
    const other = await enterStaff(service, 'demo-counsellor');
    const stream = await listen(other.token);
    await stream.until(({ event }) => event === 'room');
    await call(service, 'DELETE', '/api/staff-sessions/current', { token: other.token });
    expect(await stream.until(() => false)).toBeNull();
  });

  it('ends when the service stops, without waiting', async () => {
    const stream = await listen();
    await stream.until(({ event }) => event === 'room');
    service.stores.live.close();
    expect(await stream.until(() => false)).toBeNull();
  });
});
