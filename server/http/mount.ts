import express, { type RequestHandler, type Router } from 'express';
import type { Container } from '../container.ts';
import { Problem } from '../domain/problem.ts';
import { type Answer, type AnswerOptions, answering, routeOf } from './answer.ts';
import { defaultBodyLimit, type Endpoint, FileReply, FrozenReply } from './endpoint.ts';
import { type FrozenShelf, frozenShelf } from './frozen.ts';
import { traceOf } from './request-context.ts';
import { sendFile, sendReply } from './send-reply.ts';

/** Packed reports kept at hand: those of every region of a year. */
const mostPackedBytes = 64 * 1024 * 1024;

/** Puts every endpoint of the table on a router, and what it answers on the wire. */
export function mount(endpoints: readonly Endpoint[], stores: Container, options: AnswerOptions): Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  const shelf = frozenShelf(mostPackedBytes);
  for (const endpoint of endpoints) {
    const readers: RequestHandler[] =
      endpoint.body === undefined ? [] : jsonBody(endpoint.bodyLimit ?? defaultBodyLimit);
    router[endpoint.method](
      endpoint.path,
      named(routeOf(endpoint)),
      ...readers,
      handler(answering(endpoint, stores, options), endpoint, shelf),
    );
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

function handler(answer: Answer, endpoint: Endpoint, shelf: FrozenShelf): RequestHandler {
  return async (request, response) => {
    const { headers, params, query, body } = request;
    const reply = await answer({ headers, params: { ...params }, query: { ...query }, body }, traceOf(response));
    if (reply instanceof FileReply) await sendFile(response, endpoint, reply);
    else if (reply instanceof FrozenReply) await shelf.send(request, response, reply);
    else sendReply(response, endpoint, reply);
  };
}
