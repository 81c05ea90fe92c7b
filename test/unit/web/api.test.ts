import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../web/offline/api.ts';
import { type ApiFailure, asFailure } from '../../../web/offline/failure.ts';
import { createUplink } from '../../../web/offline/uplink.ts';

const seen: { path: string; headers: Record<string, unknown>; body: string }[] = [];
let answer: (reply: ServerResponse) => void = (reply) => reply.end();
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer(async (request, reply) => {
    let body = '';
    for await (const part of request) body += part;
    seen.push({ path: request.url ?? '', headers: request.headers, body });
    answer(reply);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  // The pages ask their own origin; here it has to be named.
  const plain = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => plain(`${base}${path}`, init));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

const json = (status: number, body: unknown) => (reply: ServerResponse) => {
  reply.writeHead(status, { 'content-type': 'application/json' });
  reply.end(JSON.stringify(body));
};
const failureOf = (promise: Promise<unknown>): Promise<ApiFailure> =>
  promise.then(() => Promise.reject(new Error('it succeeded')), asFailure);
const client = (options = {}) => createClient({ language: () => 'ru', token: () => 'abc', ...options });

describe('the client', () => {
  it('sends language, token and body, and gives the reply', async () => {
    answer = json(200, { fine: true });
    expect(await client().send('PUT', '/api/x', { a: 1 })).toEqual({ fine: true });
    expect(seen.at(-1)).toMatchObject({
      path: '/api/x',
      body: '{"a":1}',
      headers: { authorization: 'Bearer abc', 'accept-language': 'ru', 'content-type': 'application/json' },
    });
  });

  it('gives nothing for 204', async () => {
    answer = (reply) => reply.writeHead(204).end();
    expect(await client().send('DELETE', '/api/x')).toBeUndefined();
  });

  it('tells a problem from the network', async () => {
    answer = json(409, { type: 't', slug: 'consent-missing', title: 'Нет согласия', status: 409, requestId: 'r1' });
    const refused = await failureOf(client().get('/api/x'));
    expect([refused.kind, refused.slug, refused.isPassing, refused.problem?.title]).toEqual([
      'problem',
      'consent-missing',
      false,
      'Нет согласия',
    ]);

    answer = (reply) => reply.destroy();
    const cut = await failureOf(client().get('/api/x'));
    expect([cut.kind, cut.slug, cut.isPassing]).toEqual(['network', 'network', true]);
  });

  it('takes a foreign page of a proxy for what its status says', async () => {
    answer = (reply) => reply.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    const failure = await failureOf(client().get('/api/x'));
    expect([failure.slug, failure.status, failure.isPassing]).toEqual(['unexpected', 502, true]);
  });

  it('gives up on a server that does not answer', async () => {
    answer = () => undefined;
    const failure = await failureOf(client({ timeoutMs: 50 }).get('/api/x'));
    expect(failure.kind).toBe('network');
  });

  it('renews a session once, and asks again with the new token', async () => {
    let token = 'old';
    answer = (reply) =>
      seen.at(-1)?.headers.authorization === 'Bearer new'
        ? json(200, 1)(reply)
        : json(401, { slug: 'session-ended', status: 401 })(reply);
    const renew = vi.fn(async () => {
      token = 'new';
      return true;
    });
    expect(await createClient({ language: () => 'en', token: () => token, renew }).get('/api/x')).toBe(1);
    expect(renew).toHaveBeenCalledTimes(1);
    token = 'old';
    const stubborn = createClient({ language: () => 'en', token: () => 'old', renew: async () => true });
    expect((await failureOf(stubborn.get('/api/x'))).status).toBe(401);
  });
});

describe('the uplink', () => {
  const record = {
    sitting: 's',
    lock: null,
    uploadToken: 'up',
    lastSeq: 3,
    submission: null,
    isLeft: false,
    touchedAt: 0,
  };
  const rest = { answers: [], sealed: null, isSealed: false, count: 1, refused: null };
  const batch = { sitting: 's', firstSeq: 1, id: 'b', bytes: '{"answers":[]}', ...rest };

  it('is content with the server’s own receipt', async () => {
    answer = json(200, { batch: 'b', stored: 1, serverTime: '' });
    await createUplink(() => 'kk').sendBatch(record, batch);
    expect(seen.at(-1)).toMatchObject({
      path: '/api/sittings/s/batches/b',
      body: batch.bytes,
      headers: { authorization: 'Bearer up' },
    });
  });

  it.each([
    ['an empty page', (reply: ServerResponse) => void reply.end()],
    ['a gate’s page', (reply: ServerResponse) => void reply.end('<html>Welcome to our Wi-Fi</html>')],
    ['another receipt', json(200, { batch: 'other', stored: 1, serverTime: '' })],
  ])('takes «200 OK» with %s for no network', async (_name, given) => {
    answer = given;
    expect((await failureOf(createUplink(() => 'kk').sendBatch(record, batch))).kind).toBe('network');
    expect((await failureOf(createUplink(() => 'kk').sendSubmission(record, 'x'))).kind).toBe('network');
  });
});
