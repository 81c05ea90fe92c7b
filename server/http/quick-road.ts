import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Container } from '../container.ts';
import { preferredLanguage } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import { type Answer, type Answered, type AnswerOptions, answering, routeOf, type Trace } from './answer.ts';
import { defaultBodyLimit, type Endpoint, Reply } from './endpoint.ts';
import { isForeignWrite } from './origin-guard.ts';
import { emptyReply, jsonReply, type PlainReply, problemReply } from './plain-reply.ts';
import { follow, type Journal } from './request-context.ts';

export type QuickOptions = AnswerOptions &
  Journal & {
    /** Names and values in turn of what stands on every reply. */
    security: readonly string[];
    asProblem(error: unknown, trace: Trace): Problem;
  };

/** Takes a request and answers it, or says false and leaves it untouched. */
export type QuickRoad = (request: IncomingMessage, response: ServerResponse) => boolean;

type Lane = {
  endpoint: Endpoint;
  method: string;
  route: string;
  pattern: RegExp;
  names: readonly string[];
  limit: number;
  answer: Answer;
};

/**
 * The way around Express for endpoints that say `quick`: routing, middleware and body reader cost more than the answer does.
 * Only what is out of doubt goes here: the exact path without a query, JSON of a length told beforehand, nothing packed, nothing
 * foreign. All else is Express's, so that there is one place for what is odd; what both do with the rest is the same code.
 */
export function quickRoad(endpoints: readonly Endpoint[], stores: Container, options: QuickOptions): QuickRoad {
  const lanes = endpoints.filter(({ quick }) => quick === true).map((endpoint) => lane(endpoint, stores, options));
  return (request, response) => {
    const { url = '', method } = request;
    for (const one of lanes) {
      const found = method === one.method ? one.pattern.exec(url) : null;
      if (found === null) continue;
      if (!isPlain(request, one.limit)) return false;
      const params = Object.fromEntries(one.names.map((name, at) => [name, found[at + 1]]));
      take(request, response, params, one, options);
      return true;
    }
    return false;
  };
}

function lane(endpoint: Endpoint, stores: Container, options: QuickOptions): Lane {
  const { method, path, body, bodyLimit, reply } = endpoint;
  if (body === undefined || (reply !== null && 'file' in reply))
    throw new RangeError(`${path} cannot be quick: JSON in, JSON or nothing out`);
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return {
    endpoint,
    method: method.toUpperCase(),
    route: routeOf(endpoint),
    pattern: new RegExp(`^${path.replaceAll('.', '[.]').replace(/:\w+/g, '([A-Za-z0-9._~-]+)')}$`),
    names,
    limit: bodyLimit ?? defaultBodyLimit,
    answer: answering(endpoint, stores, options),
  };
}

const json = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);
const wholeNumber = /^[1-9]\d{0,6}$/;

function isPlain(request: IncomingMessage, limit: number): boolean {
  const { headers } = request;
  const length = headers['content-length'] ?? '';
  return (
    json.has(headers['content-type'] ?? '') &&
    wholeNumber.test(length) &&
    Number(length) <= limit &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined &&
    !isForeignWrite(request)
  );
}

/** Reads the body, which Node gives as long as was told or not at all, and answers. */
function take(
  request: IncomingMessage,
  response: ServerResponse,
  params: unknown,
  one: Lane,
  options: QuickOptions,
): void {
  const trace = follow(response, options);
  trace.route = one.route;
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const [first] = pieces;
    const bytes = pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces);
    replyOf(request, params, bytes, trace, one, options)
      .then((plain) => send(response, trace, plain, options.security))
      // It could not even be sent: whoever asks again is answered again.
      .catch(() => response.destroy());
  });
}

async function replyOf(
  { headers }: IncomingMessage,
  params: unknown,
  bytes: Buffer,
  trace: Trace,
  { endpoint, answer }: Lane,
  options: QuickOptions,
): Promise<PlainReply> {
  try {
    const reply = await answer({ headers, params, query: {}, body: parsed(bytes) }, trace);
    return plainOf(endpoint, reply);
  } catch (error) {
    const problem = options.asProblem(error, trace);
    return problemReply(problem, preferredLanguage(headers['accept-language']), trace.requestId);
  }
}

function plainOf({ path, reply: shape }: Endpoint, reply: Answered): PlainReply {
  if (!(reply instanceof Reply) || reply.extras.cookies !== undefined || reply.extras.cache !== undefined)
    throw new RangeError(`${path} cannot be quick: it sends more than JSON`);
  return shape === null ? emptyReply() : jsonReply(reply.value);
}

/** As Express's reader has it: a mark of the byte order is no text, and JSON is an object or a list. */
function parsed(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^[ \t\n\r]*[{[]/.test(text)) throw new Problem('body-unreadable');
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('body-unreadable');
  }
}

/** Head and body leave in one write; on a response that has no headers yet, nothing is looked up or copied twice. */
function send(
  response: ServerResponse,
  { requestId }: Trace,
  { status, headers, body }: PlainReply,
  security: readonly string[],
): void {
  response.writeHead(status, [...security, 'X-Request-Id', requestId, ...headers]);
  response.end(body);
}
