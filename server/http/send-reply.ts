import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { writeCookie } from './cookies.ts';
import type { Endpoint, FileReply, Reply } from './endpoint.ts';
import { sendPublicJson, takesGzip } from './packed.ts';
import { emptyReply, jsonReply, sendPlain } from './plain-reply.ts';
import { releaseSlot } from './shed.ts';

/** Sends what a handler gave. Nothing is cached unless the handler says so. */
export function sendReply(response: Response, endpoint: Endpoint, reply: Reply<unknown>): void {
  const cookies = reply.extras.cookies ?? [];
  if (cookies.length > 0)
    response.setHeader(
      'Set-Cookie',
      cookies.map((cookie) => writeCookie(cookie, response.req.secure)),
    );
  const { cache } = reply.extras;
  if (endpoint.reply === null) sendPlain(response, emptyReply(cache));
  else if (cache?.startsWith('public') && takesGzip(response.req)) sendPublicJson(response, reply.value, cache);
  else sendPlain(response, jsonReply(reply.value, cache));
}

/** Sends a file, or keeps a stream of events open until either side ends it; a stream gives its place in the queue back. */
export async function sendFile(response: Response, endpoint: Endpoint, reply: FileReply): Promise<void> {
  const declared =
    endpoint.reply !== null && 'file' in endpoint.reply ? endpoint.reply.file : 'application/octet-stream';
  const type = reply.sent.type ?? declared;
  response.setHeader('Cache-Control', reply.sent.cache ?? 'no-store');
  response.setHeader('Content-Type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  if (type === 'text/event-stream') {
    releaseSlot(response);
    // A proxy that gathers replies would hold events back.
    response.setHeader('X-Accel-Buffering', 'no');
  } else
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${reply.fileName.replace(/[^A-Za-z0-9._-]/g, '-')}"`,
    );
  if (reply.content instanceof Uint8Array) {
    response.end(reply.content);
    return;
  }
  response.flushHeaders();
  await pipeline(Readable.from(reply.content), response).catch(ignoreHungUp);
}

/** A reader who hangs up has what they wanted. */
function ignoreHungUp(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET') throw error;
}
