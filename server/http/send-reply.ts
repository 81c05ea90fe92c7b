import type { Response } from 'express';
import { writeCookie } from './cookies.ts';
import type { Endpoint, Reply } from './endpoint.ts';

/** Sends what a handler gave. Nothing is cached unless the handler says so. */
export function sendReply(response: Response, endpoint: Endpoint, reply: Reply<unknown>): void {
  const cookies = reply.extras.cookies ?? [];
  if (cookies.length > 0)
    response.setHeader(
      'Set-Cookie',
      cookies.map((cookie) => writeCookie(cookie, response.req.secure)),
    );
  response.setHeader('Cache-Control', reply.extras.cache ?? 'no-store');
  if (endpoint.reply === null) response.status(204).end();
  else response.status(200).json(reply.value);
}
