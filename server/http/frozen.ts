import { createHash, randomUUID } from 'node:crypto';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { FrozenReply } from './endpoint.ts';
import { takesGzip } from './packed.ts';

export type FrozenShelf = {
  send(request: Request, response: Response, reply: FrozenReply<unknown>): Promise<void>;
};

type Packed = { version: string; bytes: Promise<Buffer>; size: number };

/** Slow and dense: it is done once, in a thread of its own. */
const level = 9;
const pack = (text: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    gzip(text, { level }, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });

/**
 * Frozen replies, packed: a region's report is megabytes, a department's line may be a school's, and what does not change
 * should cost the same whatever its size. Whoever has the version already is told so in a few bytes. Nothing in such a reply
 * follows from who asks or what they send, so its length tells nothing. Of each thing only the version asked for last is kept; of
 * all things those asked for lately, up to so many bytes.
 */
export function frozenShelf(mostBytes: number): FrozenShelf {
  const shelf = new Map<string, Packed>();
  let held = 0;
  /** What is worked out of frozen things may come out otherwise in another version of this service. */
  const start = randomUUID();
  const drop = (of: string): void => {
    held -= shelf.get(of)?.size ?? 0;
    shelf.delete(of);
  };
  const keep = (of: string, packed: Packed): void => {
    drop(of);
    shelf.set(of, packed);
    held += packed.size;
  };
  const make = ({ of, version, read }: FrozenReply<unknown>): Promise<Buffer> => {
    const bytes = read().then((value) => pack(JSON.stringify(value)));
    const packed = { version, bytes, size: 0 };
    keep(of, packed);
    void bytes.then(
      ({ length }) => {
        if (shelf.get(of) === packed) keep(of, { ...packed, size: length });
        for (const oldest of shelf.keys()) if (held > mostBytes && oldest !== of) drop(oldest);
      },
      // Whoever asks next tries anew.
      () => {
        if (shelf.get(of) === packed) drop(of);
      },
    );
    return bytes;
  };
  const packedOf = (reply: FrozenReply<unknown>): Promise<Buffer> => {
    const known = shelf.get(reply.of);
    if (known?.version !== reply.version) return make(reply);
    keep(reply.of, known);
    return known.bytes;
  };
  return {
    async send(request, response, reply) {
      const tag = tagOf(reply, start);
      // Kept by the reader's own browser only, which asks each time: who may no longer read it is refused before this.
      response.setHeader('Cache-Control', 'private, no-cache');
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('ETag', tag);
      if (hasIt(request.headers['if-none-match'], tag)) {
        response.status(304).end();
        return;
      }
      response.type('json');
      if (!takesGzip(request)) {
        response.status(200).end(JSON.stringify(await reply.read()));
        return;
      }
      const bytes = await packedOf(reply);
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Content-Length', bytes.length);
      response.status(200).end(bytes);
    },
  };
}

/** Weak: the same thing packed and unpacked. */
const tagOf = ({ of, version }: FrozenReply<unknown>, start: string): string =>
  `W/"${createHash('sha256').update(`${start} ${of} ${version}`).digest('base64url').slice(0, 22)}"`;

const hasIt = (told: string | undefined, tag: string): boolean =>
  told?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.slice(2)) ?? false;
