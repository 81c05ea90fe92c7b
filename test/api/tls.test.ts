import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TlsFiles } from '../../server/config.ts';
import { fingerprintOf } from '../../server/http/certificate-page.ts';
import { makeServer } from '../../server/listener.ts';
import { makeAuthority, makeCertificate, type Pair } from '../../server/task/tls/certificates.ts';
import { startService, type TestService } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'ustaz-tls-'));
let authority: Pair;
let files: TlsFiles;
let service: TestService;

beforeAll(async () => {
  authority = await makeAuthority();
  const made = await makeCertificate(authority, { names: ['school.local', 'localhost'], addresses: ['127.0.0.1'] });
  const write = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  files = {
    certificate: write('server.crt', made.certificate),
    key: write('server.key', made.key),
    authority: write('authority.crt', authority.certificate),
    plainPort: await freePort(),
  };
  service = await startService({ demo: false, tls: files });
});

/** One that nobody listens at now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a browser that trusts `ca`; `servername`: the name it believes to be speaking to. */
async function ask(path: string, options: { ca?: string; servername?: string } = {}): Promise<[number, string]> {
  const sent = request(new URL(path, service.url), { ...options, agent: false }).end();
  const [reply]: IncomingMessage[] = await once(sent, 'response');
  return [reply?.statusCode ?? 0, reply === undefined ? '' : await text(reply)];
}

describe('TLS of the school’s own', () => {
  it('is trusted by whoever trusts the school’s authority, by address and by name', async () => {
    expect(service.url).toMatch(/^https:/);
    const ca = authority.certificate;
    expect(await ask('/healthz', { ca })).toEqual([200, '{"ok":true}']);
    expect((await ask('/api/openapi.json', { ca, servername: 'school.local' }))[0]).toBe(200);
  });

  it('is trusted by nobody else, and under no other name', async () => {
    await expect(ask('/healthz')).rejects.toThrow(/self.signed certificate/);
    await expect(ask('/healthz', { ca: (await makeAuthority()).certificate })).rejects.toThrow(/certificate/);
    const other = ask('/healthz', { ca: authority.certificate, servername: 'bank.example' });
    await expect(other).rejects.toThrow(/altnames/);
  });

  it('is not begun with a key that others can read', () => {
    chmodSync(files.key, 0o644);
    expect(() => makeServer(() => undefined, files)).toThrow('chmod 600');
    chmodSync(files.key, 0o600);
  });
});

describe('the plain address beside it', () => {
  const plain = (path: string) => fetch(`http://127.0.0.1:${files.plainPort}${path}`, { redirect: 'manual' });

  it('shows in three languages how to trust the school, with the fingerprint to compare, and gives the certificate', async () => {
    const page = await (await plain('/certificate')).text();
    expect(page).toContain(fingerprintOf(Buffer.from(authority.certificate)));
    for (const language of ['kk', 'ru', 'en']) expect(page).toContain(`<section lang="${language}">`);
    expect(await (await plain('/certificate/ustaz-school.crt')).text()).toBe(authority.certificate);
    expect(page).not.toContain(authority.key.split('\n')[1]);
  });

  it('sends everything else to the protected one', async () => {
    const reply = await plain('/staff?a=1');
    expect([reply.status, reply.headers.get('location')]).toEqual([307, `${service.url}/staff?a=1`]);
  });
});
