import type { RequestHandler } from 'express';
import { Problem } from '../domain/problem.ts';

/**
 * Refuses writes that another site's page makes a browser send. Bearer tokens are not sent by themselves, but the
 * refresh cookie is; SameSite=Strict and this stand together.
 */
export const originGuard: RequestHandler = (request, _response, next) => {
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  const site = request.headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  const origin = request.headers.origin;
  const otherOrigin = origin !== undefined && !isOwn(origin, request.headers.host);
  next(writes && (foreign || otherOrigin) ? new Problem('origin-refused') : undefined);
};

function isOwn(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
