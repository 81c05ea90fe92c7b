import type { ProblemBody } from '../../../server/contract/problem.schema.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { ApiFailure } from '../../offline/failure.ts';
import type { Session } from './session.ts';

type Asked = { method: 'GET' | 'POST'; path: string; body?: unknown; signal?: AbortSignal };

/**
 * A reply that is not JSON: a file, or a stream of events, in the name of who is signed in; after a 401 once more with a new
 * token. Rejects with `ApiFailure`.
 */
export async function openReply(session: Session, asked: Asked): Promise<Response> {
  const first = await ask(session, asked);
  const reply = first.status === 401 && (await session.renew()) ? await ask(session, asked) : first;
  if (!reply.ok) throw new ApiFailure(await problemOf(reply));
  return reply;
}

/** As `openReply`, read to its end. */
export async function fetchFile(session: Session, path: string, body?: unknown): Promise<Blob> {
  const reply = await openReply(session, body === undefined ? { method: 'GET', path } : { method: 'POST', path, body });
  return reply.blob().catch(() => {
    throw new ApiFailure(null);
  });
}

async function ask(session: Session, { method, path, body, signal }: Asked): Promise<Response> {
  const headers = {
    'accept-language': currentLanguage(),
    authorization: `Bearer ${session.token() ?? ''}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const init: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    return await fetch(path, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  } catch {
    throw new ApiFailure(null);
  }
}

async function problemOf(reply: Response): Promise<ProblemBody> {
  const foreign = { type: 'about:blank', slug: 'unexpected', title: '', status: reply.status, requestId: '' };
  const told: unknown = await reply.json().catch(() => null);
  return typeof told === 'object' && told !== null && 'slug' in told ? (told as ProblemBody) : foreign;
}
