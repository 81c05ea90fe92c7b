import type { ServerResponse } from 'node:http';
import type { Language } from '../domain/language.ts';
import { describeProblem, type Problem } from '../domain/problem.ts';

/** A reply as it goes out, whichever road it takes: names and values of its headers in turn. */
export type PlainReply = { readonly status: number; readonly headers: readonly string[]; readonly body: string };

/** A reply of the moment, which nobody keeps: without a tag to recognise it by, that costs as much as making it. */
export function jsonReply(value: unknown, cache = 'no-store'): PlainReply {
  const body = JSON.stringify(value);
  return withBody(200, ['Cache-Control', cache, 'Content-Type', 'application/json; charset=utf-8'], body);
}

export const emptyReply = (cache = 'no-store'): PlainReply => ({
  status: 204,
  headers: ['Cache-Control', cache],
  body: '',
});

/** A problem as RFC 9457. */
export function problemReply({ slug, options }: Problem, language: Language, requestId: string): PlainReply {
  const { status, title } = describeProblem(slug, language);
  const { detail, errors, retryAfterS } = options;
  const wait = retryAfterS === undefined ? [] : ['Retry-After', String(retryAfterS)];
  const body = JSON.stringify({
    type: `/api#problem-${slug}`,
    slug,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
    requestId,
  });
  const type = ['Content-Type', 'application/problem+json; charset=utf-8'];
  return withBody(status, ['Cache-Control', 'no-store', ...type, ...wait], body);
}

const withBody = (status: number, headers: string[], body: string): PlainReply => {
  headers.push('Content-Length', String(Buffer.byteLength(body)));
  return { status, headers, body };
};

/** Sends it beside the headers that the response has already. */
export function sendPlain(response: ServerResponse, { status, headers, body }: PlainReply): void {
  for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
  response.statusCode = status;
  response.end(body);
}
