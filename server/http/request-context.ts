import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/**
 * Gives each request an id and, when it ends, one log line by allow-list: route pattern, status, time, role.
 * No address, no path with ids, no body, no header ever reaches a log.
 */
export function requestContext(log: Logger, metrics: Metrics): RequestHandler {
  return (_request, response, next) => {
    const startedAt = process.hrtime.bigint();
    response.locals.requestId = randomUUID();
    response.setHeader('X-Request-Id', response.locals.requestId);
    response.once('close', () => {
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6;
      const { route = 'page', role = 'anonymous', requestId } = response.locals;
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.observe(route, status, ms);
      if (route !== 'page') log.info({ requestId, route, status, ms: Math.round(ms * 10) / 10, role });
    });
    next();
  };
}
