import type { RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Container } from './container.ts';
import { preferredLanguage } from './domain/language.ts';
import { Problem } from './domain/problem.ts';
import type { Trace } from './http/answer.ts';
import { apiPage, apiPageStyle } from './http/api-page.ts';
import { certificatePage } from './http/certificate-page.ts';
import type { Endpoint } from './http/endpoint.ts';
import type { Metrics } from './http/metrics.ts';
import { mount } from './http/mount.ts';
import { openapi } from './http/openapi.ts';
import { originGuard } from './http/origin-guard.ts';
import { pages } from './http/pages.ts';
import { problemReply, sendPlain } from './http/plain-reply.ts';
import { type QuickRoad, quickRoad } from './http/quick-road.ts';
import { readProblem } from './http/read-problem.ts';
import { requestContext, traceOf } from './http/request-context.ts';
import { securityHeaders } from './security-headers.ts';
import { databaseProblem } from './store/database.ts';

export type AppOptions = {
  endpoints: readonly Endpoint[];
  stores: Container;
  metrics: Metrics;
  log: Logger;
  webFolder: string;
  version: string;
  /** Replies are checked against their schemas (tests, development). */
  checkReplies: boolean;
  trustProxy: boolean;
  /** File of the local authority's certificate, where TLS rests on one. */
  authority: string | null;
};

/** What answers requests: the quick road where it may, Express otherwise. Nothing here knows a rule of the domain. */
export function makeListener(options: AppOptions): RequestListener {
  const quick = makeQuickRoad(options);
  const app = makeApp(options);
  return (request, response) => {
    if (!quick(request, response)) app(request, response);
  };
}

export function makeQuickRoad({ endpoints, stores, metrics, log, checkReplies }: AppOptions): QuickRoad {
  const asProblem = problemOf(log);
  return quickRoad(endpoints, stores, { metrics, log, checkReplies, asProblem, security: securityHeaders });
}

export function makeApp(options: AppOptions): Express {
  const { endpoints, stores, metrics, log } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy ? 1 : false);
  app.set('query parser', 'simple');
  app.use(requestContext({ log, metrics }), secured);
  probes(app, options);
  app.use('/api', originGuard);
  app.get('/api/openapi.json', (_request, response) => void response.json(openapi(endpoints, options.version)));
  app.get('/api/page.css', (_request, response) => void response.type('css').send(apiPageStyle));
  app.get('/api', (_request, response) => void response.type('html').send(apiPage(endpoints)));
  app.use(mount(endpoints, stores, { checkReplies: options.checkReplies }));
  app.use('/api', () => {
    throw new Problem('not-found');
  });
  app.use(certificatePage(options.authority));
  app.use(pages(options.webFolder, () => stores.isDemo()));
  app.use(() => {
    throw new Problem('not-found');
  });
  app.use(problems(log));
  return app;
}

const secured: RequestHandler = (_request, response, next) => {
  for (let at = 0; at < securityHeaders.length; at += 2)
    response.setHeader(securityHeaders[at] ?? '', securityHeaders[at + 1] ?? '');
  next();
};

function probes(app: Express, { stores, metrics }: AppOptions): void {
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_request, response) => {
    const ready = await stores.isReady();
    response.status(ready ? 200 : 503).json({ ready });
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });
}

/** The last stop of Express. */
function problems(log: Logger): ErrorRequestHandler {
  const asProblem = problemOf(log);
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const trace = traceOf(response);
    const language = preferredLanguage(request.headers['accept-language']);
    sendPlain(response, problemReply(asProblem(error, trace), language, trace.requestId));
  };
}

/** What was thrown, as a problem. What nobody knows is logged with the request's id, and told without anything of it. */
const problemOf =
  (log: Logger) =>
  (error: unknown, { requestId, route }: Trace): Problem => {
    const known = databaseProblem(readProblem(error));
    if (known instanceof Problem) return known;
    log.error({ requestId, route, error: errorForLog(known) });
    return new Problem('unexpected');
  };

/** Name, code and stack, never the message: a driver's message may quote a document. */
function errorForLog(error: unknown): { name: string; code?: unknown; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  return { name: error.name, stack, ...('code' in error ? { code: error.code } : {}) };
}
