import type { Response } from 'express';
import type { Language } from '../domain/language.ts';
import { describeProblem, Problem } from '../domain/problem.ts';

/** Writes a problem as RFC 9457. Anything that is not a Problem becomes `unexpected`, with no internals. */
export function writeProblem(response: Response, error: unknown, language: Language, requestId: string): void {
  const problem = error instanceof Problem ? error : new Problem('unexpected');
  const { status, title } = describeProblem(problem.slug, language);
  const { detail, errors, retryAfterS } = problem.options;
  if (retryAfterS !== undefined) response.setHeader('Retry-After', String(retryAfterS));
  response
    .status(status)
    .type('application/problem+json')
    .setHeader('Cache-Control', 'no-store')
    .send(
      JSON.stringify({
        type: `/api#problem-${problem.slug}`,
        slug: problem.slug,
        title,
        status,
        ...(detail === undefined ? {} : { detail }),
        ...(errors === undefined ? {} : { errors }),
        ...(retryAfterS === undefined ? {} : { retryAfterS }),
        requestId,
      }),
    );
}

type BodyError = { type: string };

/** What express's readers of path and body throw, as a problem; the body itself is never kept or logged. */
export function readProblem(error: unknown): unknown {
  // A path that is no text, e.g. /api/pupils/%ZZ: express cannot decode its parameter.
  if (error instanceof URIError) return new Problem('not-found');
  if (typeof error !== 'object' || error === null) return error;
  // A body that does not unpack comes as zlib's own error, marked by the reader as the sender's fault.
  if (!('type' in error)) return 'status' in error && error.status === 400 ? new Problem('body-unreadable') : error;
  const { type } = error as BodyError;
  if (type === 'entity.too.large') return new Problem('body-too-large');
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return new Problem('media-type');
  if (type.startsWith('entity.') || type.startsWith('request.') || type === 'stream.encoding.set')
    return new Problem('body-unreadable');
  return error;
}
