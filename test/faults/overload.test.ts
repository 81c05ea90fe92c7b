import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';

const most = 5;

describe('more requests than may be in flight', () => {
  let service: TestService;
  const slow: Socket[] = [];
  beforeAll(async () => {
    service = await startService({ demo: false, mostInFlight: most });
  });
  afterAll(async () => {
    for (const socket of slow) socket.destroy();
    await service.close();
  });

  /** Requests whose body is still on its way: each holds a place. */
  const fill = async (): Promise<void> => {
    const port = Number(new URL(service.url).port);
    const head =
      'POST /api/pupil-sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{';
    for (let n = 0; n < most; n += 1)
      slow.push(
        connect(port, '127.0.0.1', function (this: Socket) {
          this.write(head);
        }),
      );
    await until(async () => (await metric('ustaz_http_in_flight')) > most);
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error('it did not come to that');
  };
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${service.url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  };

  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (
    path: string,
    body?: string,
  ): Promise<{ status: number; headers: IncomingHttpHeaders; text: string; port: number | undefined; ms: number }> =>
    new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const method = body === undefined ? 'GET' : 'POST';
      const sent = request(
        service.url + path,
        { agent, method, headers: body === undefined ? {} : { 'content-type': 'application/json' } },
        (response) => {
          const port = response.socket.localPort;
          let text = '';
          response.on('data', (bytes) => {
            text += bytes;
          });
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              port,
              ms: performance.now() - startedAt,
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  it('are turned away at once with a time to come back, on a connection that stays open', async () => {
    await fill();
    const answers = [];
    for (let n = 0; n < 20; n += 1)
      answers.push(await ask('/api/staff-sessions', JSON.stringify({ email: 'a@b.kz', password: 'x'.repeat(900) })));
    for (const { status, headers, text, ms } of answers) {
      expect(status).toBe(503);
      expect(JSON.parse(text)).toMatchObject({ slug: 'too-busy', status: 503 });
      expect(headers['content-type']).toBe('application/problem+json');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(headers.connection).toBe('keep-alive');
      expect(ms).toBeLessThan(1000);
    }
    expect(new Set(answers.map(({ port }) => port)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers['retry-after'])).size).toBeGreaterThan(1);
    expect(await metric('ustaz_http_shed_requests')).toBe(20);
  });

  it('leave health, readiness and metrics to whoever watches', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    expect((await ask('/metrics')).status).toBe(200);
  });

  it('find room again as soon as there is some', async () => {
    for (const socket of slow.splice(0)) socket.destroy();
    await until(async () => (await metric('ustaz_http_in_flight')) <= 1);
    expect((await ask('/api/me')).status).toBe(401);
  });
});
