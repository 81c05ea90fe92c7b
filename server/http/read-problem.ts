import { Problem } from '../domain/problem.ts';

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
