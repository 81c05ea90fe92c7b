import express, { type Request as ExpressRequest, type RequestHandler, type Response, type Router } from 'express';
import type { Container } from '../container.ts';
import { mayReach, mayReachPart, type Placement } from '../domain/access.ts';
import { type Actor, actorName } from '../domain/actor.ts';
import { preferredLanguage } from '../domain/language.ts';
import { holds } from '../domain/permission.ts';
import { Problem, type ProblemSlug } from '../domain/problem.ts';
import { authenticate } from './authenticate.ts';
import { readCookies } from './cookies.ts';
import { type Endpoint, FileReply, Reply, type ReplyExtras } from './endpoint.ts';
import { sendFile, sendReply } from './send-reply.ts';
import { replyErrors, type Validator, validator } from './validator.ts';

export type MountOptions = { checkReplies: boolean };

/** Puts every endpoint of the table on a router: authenticate → permit → validate → scope → handle → audit → reply. */
export function mount(endpoints: readonly Endpoint[], stores: Container, options: MountOptions): Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  for (const endpoint of endpoints) {
    const readers: RequestHandler[] = endpoint.body === undefined ? [] : jsonBody(endpoint.bodyLimit ?? 65_536);
    router[endpoint.method](endpoint.path, named(endpoint), ...readers, handler(endpoint, stores, options));
  }
  return router;
}

/** Said first, so that a refused body too is counted and logged under its route. */
const named =
  ({ method, path }: Endpoint): RequestHandler =>
  (_request, response, next) => {
    response.locals.route = `${method.toUpperCase()} ${path}`;
    next();
  };

const jsonBody = (limit: number): RequestHandler[] => [
  (request, _response, next) => next(request.is('application/json') ? undefined : new Problem('media-type')),
  express.json({ limit, strict: true, type: 'application/json' }),
];

function handler(endpoint: Endpoint, stores: Container, options: MountOptions): RequestHandler {
  const read = readers(endpoint);
  const badReply = replyChecker(endpoint, options);
  return async (request, response) => {
    const now = stores.now();
    const actor = await authenticate(stores, request.headers.authorization, now);
    response.locals.role = actorName(actor).role;
    if (!holds(actor, endpoint.permission)) throw new Problem(refusalOf(actor));
    const input = read(request);
    const place = await placed(endpoint, stores, actor, input.params);
    const given = await endpoint.handle(stores, {
      ...input,
      actor,
      place,
      now,
      language: preferredLanguage(request.headers['accept-language']),
      requestId: response.locals.requestId,
      cookies: readCookies(request.headers.cookie),
    });
    if (given instanceof FileReply) {
      await audit(
        endpoint,
        stores,
        actor,
        input.params,
        given.auditTarget === undefined ? {} : { auditTarget: given.auditTarget },
        response,
        now,
      );
      await sendFile(response, endpoint, given);
      return;
    }
    const reply = given instanceof Reply ? given : new Reply(given, {});
    badReply(reply.value);
    await audit(endpoint, stores, actor, input.params, reply.extras, response, now);
    sendReply(response, endpoint, reply);
  };
}

/** Throws where a reply is not what its schema promises; only where replies are checked. */
function replyChecker({ path, reply }: Endpoint, { checkReplies }: MountOptions): (value: unknown) => void {
  if (!checkReplies || reply === null || 'file' in reply) return () => undefined;
  const errors = replyErrors(reply.schema);
  return (value) => {
    const wrong = errors(value);
    if (wrong.length > 0) throw new RangeError(`reply of ${path} breaks its schema: ${JSON.stringify(wrong)}`);
  };
}

type Input = { params: unknown; query: unknown; body: unknown };

function readers(endpoint: Endpoint): (request: ExpressRequest) => Input {
  const none: Validator = (value) => value;
  const params = endpoint.params === undefined ? none : validator(endpoint.params.schema, 'params');
  const query = validator(endpoint.query?.schema ?? noQuery, 'query');
  const body = endpoint.body === undefined ? () => undefined : validator(endpoint.body.schema, 'body');
  return (request) => ({
    params: params({ ...request.params }),
    query: query({ ...request.query }),
    body: body(request.body),
  });
}

const noQuery = { type: 'object', additionalProperties: false, properties: {} };

function refusalOf(actor: Actor): ProblemSlug {
  if (actor.kind === 'anonymous') return 'sign-in-needed';
  return actor.kind === 'staff' && actor.isLimited === true ? 'second-factor-first' : 'role-may-not';
}

/** Where the thing stands; out of reach and not there are the same answer. */
async function placed(endpoint: Endpoint, stores: Container, actor: Actor, params: unknown): Promise<Placement | null> {
  if (endpoint.scope === 'none') return null;
  const { of, param, byClass = false } = endpoint.scope;
  const place = await stores.placement(of, text(params, param), actor);
  const reaches = byClass ? mayReachPart : mayReach;
  if (place === null || !reaches(actor, place)) throw new Problem('not-found');
  return place;
}

async function audit(
  endpoint: Endpoint,
  stores: Container,
  actor: Actor,
  params: unknown,
  { auditTarget, auditActor }: Pick<ReplyExtras, 'auditTarget' | 'auditActor'>,
  response: Response,
  at: Date,
): Promise<void> {
  if (endpoint.audit === null) return;
  const target = auditTarget ?? text(params, endpoint.audit.target);
  await stores.audit.append({
    at,
    ...(auditActor ?? actorName(actor)),
    action: endpoint.audit.action,
    target,
    requestId: response.locals.requestId,
  });
}

function text(params: unknown, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  if (typeof value !== 'string' || value === '') throw new RangeError(`no parameter «${name}»`);
  return value;
}
