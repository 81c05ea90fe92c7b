import express, { type RequestHandler, type Router } from 'express';
import type { Container } from '../container.ts';
import { Problem } from '../domain/problem.ts';
import { type AnswerOptions, answering, routeOf } from './answer.ts';
import { defaultBodyLimit, type Endpoint, FileReply } from './endpoint.ts';
import { traceOf } from './request-context.ts';
import { sendFile, sendReply } from './send-reply.ts';

/** Puts every endpoint of the table on a router, and what it answers on the wire. */
export function mount(endpoints: readonly Endpoint[], stores: Container, options: AnswerOptions): Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  for (const endpoint of endpoints) {
    const readers: RequestHandler[] =
      endpoint.body === undefined ? [] : jsonBody(endpoint.bodyLimit ?? defaultBodyLimit);
    router[endpoint.method](endpoint.path, named(routeOf(endpoint)), ...readers, handler(endpoint, stores, options));
  }
  return router;
}

/** Said first, so that a refused body too is counted and logged under its route. */
const named =
  (route: string): RequestHandler =>
  (_request, response, next) => {
    traceOf(response).route = route;
    next();
  };

const jsonBody = (limit: number): RequestHandler[] => [
  (request, _response, next) => next(request.is('application/json') ? undefined : new Problem('media-type')),
  express.json({ limit, strict: true, type: 'application/json' }),
];

function handler(endpoint: Endpoint, stores: Container, options: AnswerOptions): RequestHandler {
  const answer = answering(endpoint, stores, options);
  return async (request, response) => {
    const { headers, params, query, body } = request;
    const reply = await answer({ headers, params: { ...params }, query: { ...query }, body }, traceOf(response));
    if (reply instanceof FileReply) await sendFile(response, endpoint, reply);
    else sendReply(response, endpoint, reply);
  };
}
