import { createECDH } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PupilSession } from '../../../server/contract/session.schema.ts';
import { type SixtyItems, surveyJson } from './items.ts';

export type Pages = Awaited<ReturnType<typeof servePages>>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
const ours = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const sitting = '00000000-0000-4000-8000-000000000001';

/** Both pages from one server, everything gzipped alike; the replies our page asks for are canned. */
export async function servePages(items: SixtyItems, peer: string) {
  const opened = {
    ...{ id: sitting, state: 'open', instrument: 'sixty', instrumentVersion: '1.0.0', language: 'kk', seed: 0 },
    ...{ openedAt: new Date().toISOString(), submittedAt: null, lastSeq: 0, answers: [] },
  };
  const replies: readonly [RegExp, unknown][] = [
    [/^\/api\/instruments\/sixty\/1\.0\.0$/, items.form],
    [/^\/api\/instruments\/sixty\/1\.0\.0\/texts\//, items.text],
    [/^\/api\/sittings\//, opened],
    [/^\/survey\.json$/, surveyJson(items)],
  ];
  const fileOf = (path: string): string | null => {
    if (path.startsWith('/peer/')) return join(peer, path === '/peer/' ? 'index.html' : path.slice(6));
    const own = path === '/' ? join(ours, 'student/index.html') : join(ours, path);
    if (existsSync(own)) return own;
    const theirs = join(peer, path);
    return existsSync(theirs) ? theirs : null;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const canned = replies.find(([pattern]) => pattern.test(path));
    const file = canned === undefined ? fileOf(path) : null;
    if (canned === undefined && file === null) {
      response.writeHead(404).end();
      return;
    }
    const body = canned === undefined ? readFileSync(file ?? '') : Buffer.from(JSON.stringify(canned[1]));
    const type = types[canned === undefined ? extname(file ?? '') : '.json'] ?? 'application/octet-stream';
    const packed = gzipSync(body, { level: 9 });
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': packed.length });
    response.end(packed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has this kind of address.
  const { port } = server.address() as AddressInfo;
  return {
    ustaz: `http://127.0.0.1:${port}/`,
    surveyjs: `http://127.0.0.1:${port}/peer/`,
    session: sessionFor(),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A pupil who has entered and agreed: the page goes straight to the questions. */
function sessionFor(): PupilSession {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  return {
    token: 't',
    expiresAt: later,
    uploadToken: 'u',
    uploadKey: createECDH('prime256v1').generateKeys('base64url', 'uncompressed'),
    pupil: { firstName: 'Айгерім', language: 'kk' },
    campaign: {
      ...{ id: 'c', title: { kk: 'c', ru: 'c', en: 'c' }, instrument: 'sixty', instrumentVersion: '1.0.0' },
      ...{ languages: ['kk', 'ru', 'en'], closesAt: later, demo: false },
    },
    consent: { guardian: 'given', pupil: 'given' },
    sitting: { id: sitting, state: 'open' },
    serverTime: new Date().toISOString(),
  };
}
