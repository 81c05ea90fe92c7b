import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApp, makeQuickRoad } from '../../server/app.ts';
import type { Container } from '../../server/container.ts';
import { Problem } from '../../server/domain/problem.ts';
import { makeMetrics } from '../../server/http/metrics.ts';
import { endpoints } from '../../server/resources/index.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff, type PupilTokens } from './personas.ts';

type Heard = { status: string; headers: string[]; body: string };
type Line = { route: string; status: number; role: string };
type Road = { server: Server; port: number; lines: Line[]; counted(): Promise<string> };

/** The same request by both roads must have the same answer, the same line in the log and the same count. */
describe('the quick road and Express', () => {
  let service: TestService;
  let pupil: PupilTokens;
  let counsellor: string;
  let express: Road;
  let quick: Road;
  let taken: boolean[] = [];
  /** What the store throws instead of writing. */
  let fault: Error | null = null;

  beforeAll(async () => {
    service = await startService();
    pupil = await enterPupil(service, service.code('pupil-kk'));
    counsellor = (await enterStaff(service, 'demo-counsellor')).token;
    const body = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token: pupil.token, body });
    await call(service, 'PUT', `/api/sittings/${pupil.sitting}`, { token: pupil.token, body: { language: 'kk' } });
    service.setNow(new Date());
    express = await open((options) => makeApp(options));
    quick = await open((options) => {
      const road = makeQuickRoad(options);
      const app = makeApp(options);
      return (request, response) => {
        const isTaken = road(request, response);
        taken.push(isTaken);
        if (!isTaken) app(request, response);
      };
    });
  });
  afterAll(async () => {
    express.server.close();
    quick.server.close();
    await service.close();
  });

  const open = async (listener: (options: Parameters<typeof makeApp>[0]) => RequestListener): Promise<Road> => {
    const lines: Line[] = [];
    const metrics = makeMetrics({ inFlight: () => 0, shed: () => 0 });
    const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const { sittings } = service.stores;
    const record: Container['sittings']['record'] = (write) =>
      fault === null ? sittings.record(write) : Promise.reject(fault);
    const stores = { ...service.stores, sittings: { ...sittings, record } };
    const place = { webFolder: '/nowhere', version: '1', trustProxy: false, authority: null };
    const server = createServer(listener({ endpoints, stores, metrics, log, checkReplies: true, ...place }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const counted = async () =>
      (await metrics.text())
        .split('\n')
        .filter((line) => line.startsWith('ustaz_http_requests_total{'))
        .sort()
        .join('\n');
    return { server, port: (server.address() as AddressInfo).port, lines, counted };
  };

  /** Says something as it is, and hears the answer to its end. */
  const say = ({ port }: Road, said: readonly Uint8Array[]): Promise<Heard> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        for (const bytes of said) socket.write(bytes);
      });
      const heard: Buffer[] = [];
      socket.on('data', (bytes) => heard.push(bytes));
      socket.on('error', reject);
      socket.on('close', () => {
        const text = Buffer.concat(heard).toString('utf8').replace('HTTP/1.1 100 Continue\r\n\r\n', '');
        const end = text.indexOf('\r\n\r\n');
        const [status = '', ...headers] = text.slice(0, end).split('\r\n');
        resolve({
          status,
          headers: headers
            .filter((line) => !/^(date|x-request-id):/i.test(line))
            .map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()))
            .sort(),
          body: text.slice(end + 4).replace(/"requestId":"[0-9a-f-]{36}"/, '"requestId":""'),
        });
      });
    });

  type Sent = { path?: string; headers?: Record<string, string | null>; body?: string | Uint8Array; version?: string };

  const bytesOf = ({ path, headers = {}, body = '', version = '1.1' }: Sent): Uint8Array[] => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const all: Record<string, string | null> = {
      host: 'ustaz.example',
      connection: 'close',
      authorization: `Bearer ${pupil.uploadToken}`,
      'content-type': 'application/json',
      'content-length': String(bytes.byteLength),
      ...headers,
    };
    const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
    const head = `PUT ${path ?? batch()} HTTP/${version}\r\n${lines.join('\r\n')}\r\n\r\n`;
    return [Buffer.from(head), bytes];
  };

  const batch = (sitting = pupil.sitting) => `/api/sittings/${sitting}/batches/${randomUUID()}`;
  let seq = 0;
  const answers = (more: object = {}) => {
    seq += 1;
    return JSON.stringify({ answers: [{ item: 'E1', value: 3, seq, atMs: 5, language: 'kk', ...more }] });
  };

  const both = async (sent: Sent): Promise<{ heard: Heard; isQuick: boolean }> => {
    const said = bytesOf(sent);
    taken = [];
    express.lines.length = 0;
    quick.lines.length = 0;
    const [long, short] = [await say(express, said), await say(quick, said)];
    expect(short).toEqual(long);
    const told = ({ lines }: Road) => lines.map(({ route, status, role }) => ({ route, status, role }));
    await expect.poll(() => told(quick)).toEqual(told(express));
    expect(await quick.counted()).toBe(await express.counted());
    return { heard: long, isQuick: taken[0] === true };
  };

  const statusOf = ({ status }: Heard): number => Number(status.split(' ')[1]);

  const straight: [string, number, () => Sent][] = [
    ['a batch', 200, () => ({ body: answers() })],
    [
      'a batch with a charset',
      200,
      () => ({ body: answers(), headers: { 'content-type': 'application/json; charset=utf-8' } }),
    ],
    ['a batch of the page’s own origin', 200, () => ({ body: answers(), headers: { origin: 'http://ustaz.example' } })],
    ['a mark of the byte order before it', 200, () => ({ body: `\uFEFF${answers()}` })],
    ['room around it', 200, () => ({ body: ` \r\n\t${answers()}\n` })],
    ['a device that is there', 204, () => ({ path: `/api/sittings/${pupil.sitting}/presence`, body: '{"lastSeq":3}' })],
    ['an older HTTP', 200, () => ({ body: answers(), version: '1.0' })],
    ['nobody', 401, () => ({ body: answers(), headers: { authorization: null } })],
    ['nobody, in Russian', 401, () => ({ body: answers(), headers: { authorization: null, 'accept-language': 'ru' } })],
    ['a token that is none', 401, () => ({ body: answers(), headers: { authorization: 'Bearer x.y.z' } })],
    ['another way to sign in', 401, () => ({ body: answers(), headers: { authorization: 'Basic eDp5' } })],
    ['a role that may not', 403, () => ({ body: answers(), headers: { authorization: `Bearer ${counsellor}` } })],
    ['another’s sitting', 404, () => ({ path: batch(randomUUID()), body: answers() })],
    ['ids that are none', 422, () => ({ path: '/api/sittings/a/batches/b', body: answers() })],
    ['half of a body', 400, () => ({ body: '{"answers":[{"item":' })],
    ['no JSON', 400, () => ({ body: 'answers=1' })],
    ['a text', 400, () => ({ body: '"text"' })],
    ['nothing but room', 400, () => ({ body: '   ' })],
    ['null', 400, () => ({ body: 'null' })],
    ['bytes that are no text', 400, () => ({ body: Uint8Array.of(0xff, 0xfe, 0x7b, 0x7d) })],
    [
      'bytes that are no text within one',
      422,
      () => ({ body: Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d) }),
    ],
    ['a list', 422, () => ({ body: '[]' })],
    ['an item nobody knows', 422, () => ({ body: answers({ item: '__proto__' }) })],
    ['a field nobody knows', 422, () => ({ body: '{"answers":[],"__proto__":{"a":1}}' })],
    ['a value that is not offered', 422, () => ({ body: answers({ value: 77 }) })],
  ];

  it.each(straight)('tell the same of %s: %i', async (_, status, sent) => {
    const { heard, isQuick } = await both(sent());
    expect([statusOf(heard), isQuick]).toEqual([status, true]);
  });

  const odd: [string, number, () => Sent][] = [
    ['a query', 422, () => ({ path: `${batch()}?a=1`, body: answers() })],
    ['a slash at the end', 404, () => ({ path: `${batch()}/`, body: answers() })],
    ['capitals', 404, () => ({ path: batch().replace('batches', 'Batches'), body: answers() })],
    ['letters in hexadecimal', 200, () => ({ path: batch().replace('-', '%2D'), body: answers() })],
    ['a path that is no text', 404, () => ({ path: batch().replace('-', '%ZZ'), body: answers() })],
    ['no type', 415, () => ({ body: answers(), headers: { 'content-type': null } })],
    ['a form', 415, () => ({ body: answers(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
    [
      'another charset',
      415,
      () => ({ body: answers(), headers: { 'content-type': 'application/json; charset=latin1' } }),
    ],
    [
      'another way to write the charset',
      200,
      () => ({ body: answers(), headers: { 'content-type': 'Application/JSON; charset="UTF-8"' } }),
    ],
    [
      'UTF-16',
      200,
      () => ({
        body: Buffer.from(answers(), 'utf16le'),
        headers: { 'content-type': 'application/json; charset=utf-16' },
      }),
    ],
    ['no body', 422, () => ({})],
    ['a body too large', 413, () => ({ body: `{"answers":"${'x'.repeat(70_000)}"}` })],
    ['a packed body', 200, () => ({ body: gzipSync(answers()), headers: { 'content-encoding': 'gzip' } })],
    ['a packed body that is none', 400, () => ({ body: answers(), headers: { 'content-encoding': 'gzip' } })],
    ['a packing nobody knows', 415, () => ({ body: answers(), headers: { 'content-encoding': 'x' } })],
    [
      'a body in pieces',
      200,
      () => ({ body: inPieces(answers()), headers: { 'content-length': null, 'transfer-encoding': 'chunked' } }),
    ],
    ['a question first', 200, () => ({ body: answers(), headers: { expect: '100-continue' } })],
    ['another site’s page', 403, () => ({ body: answers(), headers: { origin: 'https://evil.example' } })],
    ['another site’s fetch', 403, () => ({ body: answers(), headers: { 'sec-fetch-site': 'cross-site' } })],
    ['a proxy’s whole address', 200, () => ({ path: `http://ustaz.example${batch()}`, body: answers() })],
  ];
  const inPieces = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;

  it.each(odd)('leave %s to Express: %i', async (_, status, sent) => {
    const { heard, isQuick } = await both(sent());
    expect([statusOf(heard), isQuick]).toEqual([status, false]);
  });

  it('tell the same of a batch that comes again, and of other answers under its id', async () => {
    const path = batch();
    const [first, other] = [answers(), answers()];
    for (const [body, status] of [
      [first, 200],
      [first, 200],
      [other, 409],
    ] as const)
      expect(statusOf((await both({ path, body })).heard)).toBe(status);
  });

  it.each([
    ['a database that is away', new Problem('database-away', { retryAfterS: 3 }), 503],
    ['what nobody knows', new TypeError('a secret'), 500],
  ])('tell the same of %s, and no more than they should', async (_, thrown, status) => {
    fault = thrown;
    const { heard, isQuick } = await both({ body: answers() });
    fault = null;
    expect([statusOf(heard), isQuick]).toEqual([status, true]);
    expect(JSON.stringify(heard)).not.toContain('secret');
    expect(heard.headers.includes('retry-after: 3')).toBe(status === 503);
  });

  it('note whoever hangs up in the middle', async () => {
    for (const road of [express, quick]) {
      road.lines.length = 0;
      const [head, body = new Uint8Array()] = bytesOf({ body: answers() });
      const socket = connect(road.port, '127.0.0.1', () =>
        socket.write(Buffer.concat([head ?? body, body.subarray(0, 9)])),
      );
      await expect
        .poll(() => new Promise<number>((resolve) => road.server.getConnections((_, count) => resolve(count))))
        .toBe(1);
      setTimeout(() => socket.destroy(), 50);
      await expect
        .poll(() => road.lines.map(({ status, route }) => [status, route]))
        .toEqual([[499, 'PUT /api/sittings/:sitting/batches/:batch']]);
    }
  });

  it('give each answer a number of its own and every header of a page', async () => {
    const raw = await fetch(`http://127.0.0.1:${quick.port}${batch()}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${pupil.uploadToken}`, 'content-type': 'application/json' },
      body: answers(),
    });
    expect(taken.at(-1)).toBe(true);
    expect(raw.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(raw.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(raw.headers.get('cache-control')).toBe('no-store');
  });
});
