import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Container } from './container.ts';
import { preferredLanguage } from './domain/language.ts';
import { Problem } from './domain/problem.ts';
import { apiPage, apiPageStyle } from './http/api-page.ts';
import { certificatePage } from './http/certificate-page.ts';
import type { Endpoint } from './http/endpoint.ts';
import type { Metrics } from './http/metrics.ts';
import { mount } from './http/mount.ts';
import { openapi } from './http/openapi.ts';
import { originGuard } from './http/origin-guard.ts';
import { pages } from './http/pages.ts';
import { readProblem, writeProblem } from './http/problem-writer.ts';
import { requestContext } from './http/request-context.ts';
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

/** Express put together; nothing here knows a rule of the domain. */
export function makeApp(options: AppOptions): Express {
  const { endpoints, stores, metrics, log } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy ? 1 : false);
  app.set('query parser', 'simple');
  app.use(requestContext(log, metrics), security());
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

/** Nothing may come from elsewhere, nothing inline runs. TLS's own header is set only where TLS is ours or the proxy's. */
const security = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        // A recording is played from what the page has fetched, so that it is heard without a network too.
        'media-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });

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

/** The last stop: known problems are written, unknown ones are logged with the request's id and become 500. */
function problems(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = databaseProblem(readProblem(error));
    const { requestId, route } = response.locals;
    if (!(problem instanceof Problem)) log.error({ requestId, route, error: errorForLog(problem) });
    writeProblem(response, problem, preferredLanguage(request.headers['accept-language']), requestId);
  };
}

/** Name, code and stack, never the message: a driver's message may quote a document. */
function errorForLog(error: unknown): { name: string; code?: unknown; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  return { name: error.name, stack, ...('code' in error ? { code: error.code } : {}) };
}
