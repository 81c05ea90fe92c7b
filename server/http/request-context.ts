import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Trace } from './answer.ts';
import type { Metrics } from './metrics.ts';

export type Journal = { log: Logger; metrics: Metrics };

/** Gives each request that goes through Express an id and a trace, which end in a log line. */
export function requestContext(journal: Journal): RequestHandler {
  return (_request, response, next) => {
    const trace = follow(response, journal);
    response.locals.trace = trace;
    response.setHeader('X-Request-Id', trace.requestId);
    next();
  };
}

export const traceOf = (response: Response): Trace => response.locals.trace;

/**
 * A trace with an id; when the response ends, one log line by allow-list: route pattern, status, time, role.
 * No address, no path with ids, no body, no header ever reaches a log.
 */
export function follow(response: ServerResponse, { log, metrics }: Journal): Trace {
  const startedAt = performance.now();
  const trace: Trace = { requestId: randomUUID() };
  response.once('close', () => {
    const ms = performance.now() - startedAt;
    const { route, role = 'anonymous', requestId } = trace;
    // Whoever hung up in the middle was not answered, whatever was written after them.
    const isHeard = response.writableFinished && response.req.errored === null;
    const status = isHeard ? response.statusCode : 499;
    metrics.observe(route ?? 'page', status, ms);
    if (route !== undefined) log.info({ requestId, route, status, ms: Math.round(ms * 10) / 10, role });
  });
  return trace;
}
