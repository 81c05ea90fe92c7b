import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { Problem } from '../domain/problem.ts';

/**
 * Refuses writes that another site's page makes a browser send. Bearer tokens are not sent by themselves, but the
 * refresh cookie is; SameSite=Strict and this stand together.
 */
export const originGuard: RequestHandler = (request, _response, next) =>
  next(isForeignWrite(request) ? new Problem('origin-refused') : undefined);

export function isForeignWrite({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  return headers.origin !== undefined && !isOwn(headers.origin, headers.host);
}

function isOwn(origin: string, host: string | undefined): boolean {
  if (origin === `https://${host}` || origin === `http://${host}`) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
