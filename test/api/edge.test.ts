import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

describe('the edge of the service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  const places = [
    '/',
    '/staff',
    '/guardian',
    '/api',
    '/api/me',
    '/api/page.css',
    '/api/openapi.json',
    '/nowhere',
    '/healthz',
    '/assets/x.js',
  ];

  it.each(places)('forbids, at %s, everything that does not come from here and everything inline', async (path) => {
    const { headers } = await fetch(service.url + path);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(' ');
        return [name, values] as const;
      }),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    for (const name of ['base-uri', 'frame-ancestors', 'object-src'])
      expect(policy.get(name), name).toEqual(["'none'"]);
    for (const name of [
      'script-src',
      'style-src',
      'font-src',
      'connect-src',
      'worker-src',
      'manifest-src',
      'form-action',
    ])
      expect(policy.get(name), name).toEqual(["'self'"]);
    expect([...policy.values()].flat().filter((value) => /unsafe|\*|http/.test(value))).toEqual([]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('has a page for reading the API that keeps to the policy', async () => {
    const html = await (await fetch(`${service.url}/api`)).text();
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(html).toContain('/api/pupil-sessions');
  });

  it('lets nothing of the API be kept, but instruments for ever', async () => {
    const { token } = await enterStaff(service, 'demo-counsellor');
    const kept = async (path: string) => (await call(service, 'GET', path, { token })).headers.get('cache-control');
    expect(await kept('/api/me')).toBe('no-store');
    expect(await kept('/api/schools/s-1/classes')).toBe('no-store');
    expect(await kept('/api/schools/s-7/classes')).toBe('no-store');
    expect(await kept('/api/instruments/personality-ipip50/1.0.0')).toMatch(/immutable/);
  });

  it('answers health without the database and readiness with it', async () => {
    expect((await call(service, 'GET', '/healthz')).status).toBe(200);
    expect((await call(service, 'GET', '/readyz')).body).toEqual({ ready: true });
  });

  it('counts requests by route and status, and never by person or thing', async () => {
    const pupil = await enterPupil(service, service.code('pupil-kk'));
    const { token } = await enterStaff(service, 'demo-counsellor');
    await call(service, 'GET', `/api/sittings/${pupil.sitting}`, { token: pupil.token });
    await call(service, 'GET', '/api/classes/s-1-9-1/pupils', { token });
    await call(service, 'GET', `/api/pupils/${randomUUID()}/profile?language=kk`, { token });
    await fetch(`${service.url}/${randomUUID()}`);
    const text = await (await fetch(`${service.url}/metrics`)).text();
    expect(text).toContain('ustaz_http_requests_total{route="GET /api/classes/:class/pupils",status="200"}');
    expect(text).toMatch(/ustaz_http_in_flight \d/);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|s-1-9|demo-counsellor|KZ-61/);
    const routes = new Set([...text.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
    for (const route of routes) expect(route).toMatch(/^(page|(GET|POST|PUT|DELETE) \/api\/[a-z0-9/:.-]*)$/i);
  });

  /** Opens a socket, says something, again and again where there is a drip, and waits until the service hangs up; gives what it heard. */
  const left = (says: string, { drip = '', afterMs = 0 } = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
      const first = setTimeout(() => socket.write(says), afterMs);
      const timer = setInterval(() => drip !== '' && socket.writable && socket.write(drip), 500);
      let heard = '';
      socket.on('data', (bytes) => {
        heard += bytes.toString();
      });
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
      );
      socket.on('close', () => {
        clearTimeout(first);
        clearInterval(timer);
        resolve(heard);
      });
    });

  it.concurrent('hangs up on headers that do not come to an end', async () => {
    const heard = await left('POST /api/pupil-sessions HTTP/1.1\r\nHost: x\r\n', { drip: 'X-A: b\r\n' });
    expect(heard).toMatch(/^HTTP\/1\.1 408/);
  });

  it.concurrent('hangs up on a body that does not come to an end', async () => {
    const head =
      'POST /api/pupil-sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"code":"';
    expect(await left(head, { drip: 'A' })).toMatch(/^HTTP\/1\.1 408/);
  });

  it.concurrent('waits for a browser that opened a connection and is slow to say something', async () => {
    const says = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    expect(await left(says, { afterMs: 9000 })).toMatch(/^HTTP\/1\.1 200/);
  });
});
