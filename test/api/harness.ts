import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsFiles } from '../../server/config.ts';
import { printCode } from '../../server/domain/access-code.ts';
import type { OidcProvider } from '../../server/oidc-providers.ts';
import { readSecrets, type Secrets } from '../../server/secrets.ts';
import { type Service, serve } from '../../server/serve.ts';
import { type DemoCode, demoCode } from '../../server/task/demo-sign-in.ts';
import { seedDemo } from '../../server/task/seed-demo.ts';
import { freshDatabase } from '../database.ts';
import { copyDemoCountry } from '../demo-country.ts';
import { demoPassword, writeRunSecrets } from '../secrets.ts';

export type TestService = Service & {
  secrets: Secrets;
  mongoUri: string;
  secretsFile: string;
  password: string;
  code(name: DemoCode): string;
  /** What the next handler takes for now; null: the real time. */
  setNow(now: Date | null): void;
  close(): Promise<void>;
};

/**
 * `mongoUri`: a database of the test's own, e.g. one that it will freeze; a fresh one of the run's mongod otherwise.
 * `tls`: its certificate and key. `battery`: with the school that sits kasip-9, to whose pupils the codes then go; a few seconds more to make.
 */
export type ServiceOptions = {
  demo?: boolean;
  battery?: boolean;
  mostInFlight?: number;
  providers?: readonly OidcProvider[];
  mongoUri?: string;
  /** As in the configuration; left out: optional, so that a test's own people sign in with a password alone. */
  secondFactor?: 'optional' | 'required';
  tls?: TlsFiles;
};

/** The real service on a fresh database and a free port; with the demo country unless told otherwise. Replies are checked. */
export async function startService(options: ServiceOptions = {}): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-test-'));
  const secretsFile = writeRunSecrets(folder);
  const uri = options.mongoUri ?? freshDatabase().uri;
  let fixed: Date | null = null;
  const service = await serve(
    {
      mongoUri: uri,
      secretsFile,
      host: '127.0.0.1',
      port: 0,
      mostInFlight: options.mostInFlight ?? 64,
      trustProxy: false,
      checkReplies: true,
      logLevel: 'silent',
      providers: options.providers ?? [],
      secondFactor: options.secondFactor ?? 'optional',
      tls: options.tls ?? null,
    },
    () => fixed ?? new Date(),
  );
  const secrets = readSecrets(secretsFile);
  const { demo = true, battery = false } = options;
  if (demo)
    await (options.mongoUri === undefined
      ? copyDemoCountry(uri, battery)
      : seedDemo(service.stores, secrets, () => undefined, { battery, lastYear: false }));
  return {
    ...service,
    secrets,
    secretsFile,
    mongoUri: uri,
    password: demoPassword,
    code: (name) => printCode(demoCode(secrets, name)),
    setNow: (now) => {
      fixed = now;
    },
    close: async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As a page does: asks again, for up to half a minute, while the service says that it is too busy (a crowded test machine). */
export async function insist<Reply extends { status: number }>(ask: () => Promise<Reply>): Promise<Reply> {
  const until = Date.now() + 30_000;
  for (;;) {
    const reply = await ask();
    if (reply.status !== 503 || Date.now() > until) return reply;
  }
}

export type Answered<Body> = { status: number; body: Body; headers: Headers };

/** One HTTP call as a page makes it. The caller names the reply's type from `server/contract`; replies are checked by the service. */
export async function call<Body = Record<string, unknown>>(
  service: { url: string },
  method: string,
  path: string,
  options: { token?: string | undefined; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answered<Body>> {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  // A stream of events has no end to wait for.
  const isStream = /event-stream/.test(response.headers.get('content-type') ?? '');
  if (isStream) await response.body?.cancel();
  const text = isStream ? '' : await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : {}, headers: response.headers };
}
