import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import { ApiFailure } from './failure.ts';
import { patiently } from './patiently.ts';
import { hearServerTime } from './server-clock.ts';

export type ClientOptions = {
  /** The reader's language: problems come back in it. */
  language: () => string;
  /** The bearer token of the moment, null where nobody is signed in. */
  token?: () => string | null;
  /** Tried once after a 401; true where there is a new token and the call is worth repeating. */
  renew?: () => Promise<boolean>;
  timeoutMs?: number;
  /** The request goes on when its page is closed; its body may then be 64 KiB at most. */
  outlivesPage?: boolean;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Client = {
  /** Resolves to the reply; rejects with `ApiFailure`, and with nothing else. The caller names the type from `server/contract`. */
  get<Reply>(path: string): Promise<Reply>;
  send<Reply>(method: Exclude<Method, 'GET'>, path: string, body?: unknown): Promise<Reply>;
  /** As `send`, with a body already written: the same bytes at every try. */
  sendBytes<Reply>(method: Exclude<Method, 'GET'>, path: string, bytes: string): Promise<Reply>;
};

/** The one way to the server for both entries. Same origin only; cookies travel, tokens come from the caller's memory. */
export function createClient(options: ClientOptions): Client {
  const call = async <Reply>(method: Method, path: string, bytes?: string): Promise<Reply> => {
    try {
      return await callOnce<Reply>(options, method, path, bytes);
    } catch (thrown) {
      const mayRenew = thrown instanceof ApiFailure && thrown.status === 401 && options.renew !== undefined;
      if (!mayRenew || !(await options.renew?.())) throw thrown;
      return callOnce<Reply>(options, method, path, bytes);
    }
  };
  return {
    get: (path) => patiently(() => call('GET', path)),
    send: (method, path, body) => call(method, path, body === undefined ? undefined : JSON.stringify(body)),
    sendBytes: (method, path, bytes) => call(method, path, bytes),
  };
}

async function callOnce<Reply>(options: ClientOptions, method: Method, path: string, bytes?: string): Promise<Reply> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), options.timeoutMs ?? 20_000);
  try {
    const init: RequestInit = {
      method,
      headers: headers(options, bytes),
      signal: giveUp.signal,
      credentials: 'same-origin',
    };
    const response = await fetch(path, bytes === undefined ? init : { ...init, body: bytes });
    const text = await response.text();
    // A gate of a public network answers too, but never in our type.
    if (/json/.test(response.headers.get('content-type') ?? '')) hearServerTime(response.headers.get('date'));
    if (!response.ok) throw new ApiFailure(readProblem(response, text));
    return readReply<Reply>(text);
  } catch (thrown) {
    throw thrown instanceof ApiFailure ? thrown : new ApiFailure(null);
  } finally {
    clearTimeout(timer);
  }
}

function headers(options: ClientOptions, bytes: string | undefined): Record<string, string> {
  const token = options.token?.() ?? null;
  return {
    accept: 'application/json',
    'accept-language': options.language(),
    ...(bytes === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
}

// The server's replies are validated against the contract in its own tests: here the type is taken on that word.
const readReply = <Reply>(text: string): Reply => (text === '' ? undefined : JSON.parse(text)) as Reply;

/** A proxy in between may answer with a page of its own: then there is a status and no slug of ours. */
function readProblem(response: Response, text: string): ProblemBody {
  const foreign = { type: 'about:blank', slug: 'unexpected', title: '', status: response.status, requestId: '' };
  try {
    const parsed: unknown = JSON.parse(text);
    const isOurs = typeof parsed === 'object' && parsed !== null && 'slug' in parsed && 'status' in parsed;
    return isOurs ? (parsed as ProblemBody) : foreign;
  } catch {
    return foreign;
  }
}
