import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
const hashedName = /^\/[A-Za-z0-9_.-]+\.(?:js|css)$/;

/**
 * Hashed scripts and styles gzipped, each packed once: on a village school's line that is most of the wait. Only what is
 * public is ever packed; a reply that mixes a secret with what a stranger may choose would tell it by its length.
 */
export function packedAssets(folder: string): RequestHandler {
  const known = new Map<string, Buffer | null>();
  const packed = (path: string): Buffer | null => {
    if (!known.has(path)) known.set(path, pack(join(folder, path)));
    return known.get(path) ?? null;
  };
  return (request, response, next) => {
    const body = hashedName.test(request.path) && takesGzip(request) ? packed(request.path) : null;
    if (request.method !== 'GET' || body === null) return next();
    response.setHeader('Content-Type', `${types[extname(request.path)] ?? 'text/plain'}; charset=utf-8`);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    sendPacked(response, body);
  };
}

export const takesGzip = (request: Request): boolean => request.acceptsEncodings('gzip') === 'gzip';

/** A public reply, the same for everyone: an instrument's form or words. */
export function sendPublicJson(response: Response, value: unknown, cache: string): void {
  response.type('json');
  response.setHeader('Cache-Control', cache);
  sendPacked(response, gzipSync(JSON.stringify(value)));
}

function sendPacked(response: Response, body: Buffer): void {
  response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
  response.setHeader('Content-Length', body.length);
  response.status(200).end(body);
}

function pack(path: string): Buffer | null {
  try {
    return gzipSync(readFileSync(path), { level: 9 });
  } catch {
    return null;
  }
}
