import type { Server } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { makeListener } from './app.ts';
import type { Config } from './config.ts';
import { type Container, makeContainer } from './container.ts';
import { makeMetrics } from './http/metrics.ts';
import { shedder } from './http/shed.ts';
import { keepForms } from './keep-forms.ts';
import { makePlainServer, makeServer } from './listener.ts';
import { projectRoot } from './project-root.ts';
import { endpoints } from './resources/index.ts';
import { makeResult } from './resources/make-result.ts';
import { readSecrets } from './secrets.ts';
import { openDatabase } from './store/database.ts';
import { ensureIndexes } from './store/indexes.ts';

export type Service = { url: string; stores: Container; server: Server; stop(): Promise<void> };

/** Opens the database, makes what is missing, and listens. `stop` lets what is in flight finish. */
export async function serve(config: Config, now?: () => Date): Promise<Service> {
  const database = await openDatabase(config.mongoUri);
  await ensureIndexes(database.db);
  const stores = makeContainer(database, readSecrets(config.secretsFile), now, {
    secondFactor: config.secondFactor ?? 'required',
    providers: config.providers ?? [],
  });
  const log = pino({ level: config.logLevel, base: null });
  const changed = await keepForms(stores);
  if (changed.length > 0)
    log.warn({ forms: changed }, 'changed without a new version: results cannot tell which of the two');
  await scoreLeftOver(stores);
  stores.studyRunner.wake();

  const root = projectRoot();
  const gate: { inFlight(): number; shed(): number } = {
    inFlight: () => guarded.inFlight(),
    shed: () => guarded.shed(),
  };
  const listener = makeListener({
    endpoints,
    stores,
    metrics: makeMetrics(gate),
    log,
    webFolder: join(root, 'dist/web'),
    version: '0.1.0',
    checkReplies: config.checkReplies,
    trustProxy: config.trustProxy,
    authority: config.tls?.authority ?? null,
  });
  const guarded = shedder(listener, config.mostInFlight, Math.random);
  const tls = config.tls ?? null;
  const server = makeServer(guarded.listener, tls);
  await listen(server, config.host, config.port);
  const plain = await listenPlain(config, () => portOf(server));
  return {
    url: urlOf(server, config.host, tls === null ? 'http' : 'https'),
    stores,
    server,
    stop: () => {
      stores.live.close();
      plain?.close();
      return stop(server, async () => {
        await stores.studyRunner.stop();
        await database.close();
      });
    },
  };
}

/** A crash between submission and scoring leaves a sitting without a result; they are made here before anyone asks. */
async function scoreLeftOver(stores: Container): Promise<void> {
  for (;;) {
    const left = await stores.sittings.unscored(200);
    const made = await Promise.all(left.map((sitting) => makeResult(stores, sitting, stores.now())));
    if (!made.some((result) => result !== null)) return;
  }
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

/** Where TLS is ours and a local authority stands behind it: the page that helps to install that. */
async function listenPlain({ tls = null, host }: Config, securePort: () => number): Promise<Server | null> {
  if (tls === null || tls.authority === null || tls.plainPort === null) return null;
  const plain = makePlainServer(tls.authority, securePort);
  await listen(plain, host, tls.plainPort);
  return plain;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const urlOf = (server: Server, host: string, scheme: 'http' | 'https'): string =>
  `${scheme}://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`;

/** Longest wait for answers in flight before their connections are cut. */
const drainMs = 8000;

/**
 * Answers what is in flight and says at each answer that the connection ends here: those that are kept alive and busy
 * would otherwise go on until they are cut.
 */
async function stop(server: Server, closeDatabase: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  await closeDatabase();
}
