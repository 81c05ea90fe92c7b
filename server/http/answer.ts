import type { IncomingHttpHeaders } from 'node:http';
import type { Container } from '../container.ts';
import { mayReach, mayReachPart, type Placement } from '../domain/access.ts';
import { type Actor, actorName } from '../domain/actor.ts';
import { preferredLanguage } from '../domain/language.ts';
import { holds } from '../domain/permission.ts';
import { Problem, type ProblemSlug } from '../domain/problem.ts';
import { authenticate } from './authenticate.ts';
import { readCookies } from './cookies.ts';
import { type Endpoint, FileReply, FrozenReply, Reply, type ReplyExtras } from './endpoint.ts';
import { replyErrors, type Validator, validator } from './validator.ts';

export type AnswerOptions = { checkReplies: boolean };

/** What is known of a request while it is answered: all that a log line may say. No route: a page. */
export type Trace = { readonly requestId: string; route?: string; role?: string };

/** A request as it was read, whichever road it came by; its parts are not checked yet. */
export type Asked = { headers: IncomingHttpHeaders; params: unknown; query: unknown; body: unknown };

/** What a handler gave; a plain value became a reply. */
export type Answered = Reply<unknown> | FrozenReply<unknown> | FileReply;

export type Answer = (asked: Asked, trace: Trace) => Promise<Answered>;

export const routeOf = ({ method, path }: Endpoint): string => `${method.toUpperCase()} ${path}`;

/** An endpoint made ready: authenticate → permit → validate → scope → handle → audit. Throws problems. */
export function answering(endpoint: Endpoint, stores: Container, options: AnswerOptions): Answer {
  const read = readers(endpoint);
  const badReply = replyChecker(endpoint, options);
  return async (asked, trace) => {
    const { headers } = asked;
    const now = stores.now();
    const actor = await authenticate(stores, headers.authorization, now);
    trace.role = actorName(actor).role;
    if (!holds(actor, endpoint.permission)) throw new Problem(refusalOf(actor));
    const { params, query, body } = read(asked);
    const place = endpoint.scope === 'none' ? null : await placed(endpoint.scope, stores, actor, params);
    const given = await endpoint.handle(stores, {
      params,
      query,
      body,
      actor,
      place,
      now,
      requestId: trace.requestId,
      // Read only where they are asked for: a batch of answers asks for neither.
      get language() {
        return preferredLanguage(headers['accept-language']);
      },
      get cookies() {
        return readCookies(headers.cookie);
      },
    });
    const reply = isReply(given) ? given : new Reply(given, {});
    if (reply instanceof Reply) badReply(reply.value);
    else if (reply instanceof FrozenReply && options.checkReplies) badReply(await reply.read());
    if (endpoint.audit !== null) {
      const { target = text(params, endpoint.audit.target), by = actorName(actor) } = auditOf(reply);
      const { action } = endpoint.audit;
      await stores.audit.append({ at: now, ...by, action, target, requestId: trace.requestId });
    }
    return reply;
  };
}

const isReply = (given: unknown): given is Answered =>
  given instanceof Reply || given instanceof FrozenReply || given instanceof FileReply;

/** Throws where a reply is not what its schema promises; only where replies are checked. */
function replyChecker({ path, reply }: Endpoint, { checkReplies }: AnswerOptions): (value: unknown) => void {
  if (!checkReplies || reply === null || 'file' in reply) return () => undefined;
  const errors = replyErrors(reply.schema);
  return (value) => {
    const wrong = errors(value);
    if (wrong.length > 0) throw new RangeError(`reply of ${path} breaks its schema: ${JSON.stringify(wrong)}`);
  };
}

type Parts = Pick<Asked, 'params' | 'query' | 'body'>;

function readers(endpoint: Endpoint): (parts: Parts) => Parts {
  const none: Validator = (value) => value;
  const params = endpoint.params === undefined ? none : validator(endpoint.params.schema, 'params');
  const query = validator(endpoint.query?.schema ?? noQuery, 'query');
  const body = endpoint.body === undefined ? () => undefined : validator(endpoint.body.schema, 'body');
  return (parts) => ({ params: params(parts.params), query: query(parts.query), body: body(parts.body) });
}

const noQuery = { type: 'object', additionalProperties: false, properties: {} };

function refusalOf(actor: Actor): ProblemSlug {
  if (actor.kind === 'anonymous') return 'sign-in-needed';
  return actor.kind === 'staff' && actor.isLimited === true ? 'second-factor-first' : 'role-may-not';
}

/** Where the thing stands; out of reach and not there are the same answer. */
async function placed(
  { of, param, byClass }: Exclude<Endpoint['scope'], 'none'>,
  stores: Container,
  actor: Actor,
  params: unknown,
): Promise<Placement> {
  const place = await stores.placement(of, text(params, param), actor);
  const reaches = byClass === true ? mayReachPart : mayReach;
  if (place === null || !reaches(actor, place)) throw new Problem('not-found');
  return place;
}

/** Whom a reply says its audit line is about and by, where the declaration and the token do not know. */
function auditOf(reply: Answered): { target?: string; by?: ReplyExtras['auditActor'] & object } {
  if (reply instanceof FrozenReply) return {};
  const { auditTarget, auditActor }: ReplyExtras =
    reply instanceof Reply ? reply.extras : reply.auditTarget === undefined ? {} : { auditTarget: reply.auditTarget };
  return {
    ...(auditTarget === undefined ? {} : { target: auditTarget }),
    ...(auditActor === undefined ? {} : { by: auditActor }),
  };
}

function text(params: unknown, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  if (typeof value !== 'string' || value === '') throw new RangeError(`no parameter «${name}»`);
  return value;
}
