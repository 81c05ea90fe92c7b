import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { FrozenReply } from '../../../server/http/endpoint.ts';
import { frozenShelf } from '../../../server/http/frozen.ts';

/** A shelf and what it read; `ask` gives the reply as it was sent. */
function shelfOf(mostBytes: number) {
  const shelf = frozenShelf(mostBytes);
  const read: string[] = [];
  const ask = async (of: string, version: string, value: unknown, known?: string) => {
    const sent = { status: 0, headers: new Map<string, unknown>(), body: new Uint8Array() };
    const response = {
      setHeader: (name: string, told: unknown) => sent.headers.set(name, told),
      type: () => undefined,
      status: (code: number) => {
        sent.status = code;
        return response;
      },
      end: (body?: Uint8Array<ArrayBuffer>) => {
        sent.body = body ?? sent.body;
      },
    };
    const request = { headers: { 'if-none-match': known }, acceptsEncodings: () => 'gzip' };
    const reply = new FrozenReply(of, version, async () => {
      read.push(`${of} ${version}`);
      if (value instanceof Error) throw value;
      return value;
    });
    await shelf.send(request as unknown as Request, response as unknown as Response, reply);
    return sent;
  };
  return { ask, read };
}

const told = ({ body }: { body: Uint8Array }): unknown => JSON.parse(gunzipSync(body).toString());
/** Packed it has about as many bytes. */
const noise = (bytes: number): string => randomBytes(bytes).toString('base64');

describe('a shelf of frozen replies', () => {
  it('reads and packs a version once, and forgets it when there is another', async () => {
    const { ask, read } = shelfOf(1000);
    const [first, second] = await Promise.all([ask('a', '1', { n: 1 }), ask('a', '1', { n: 1 })]);
    expect([told(first), told(second)]).toEqual([{ n: 1 }, { n: 1 }]);
    expect(told(await ask('a', '2', { n: 2 }))).toEqual({ n: 2 });
    await ask('a', '1', { n: 1 });
    expect(read).toEqual(['a 1', 'a 2', 'a 1']);
  });

  it('tells who has a version that it is the same, without reading it', async () => {
    const { ask, read } = shelfOf(1000);
    const tag = String((await ask('a', '1', {})).headers.get('ETag'));
    for (const known of [tag, tag.slice(2), `"x", ${tag}`]) expect((await ask('a', '1', {}, known)).status).toBe(304);
    expect(read).toEqual(['a 1']);
    for (const [of, version] of [
      ['a', '2'],
      ['b', '1'],
    ] as const)
      expect((await ask(of, version, {}, tag)).status).toBe(200);
  });

  it('keeps so many bytes, of what was asked for lately', async () => {
    const { ask, read } = shelfOf(9500);
    for (const of of ['a', 'b', 'a', 'c', 'd', 'a', 'b']) await ask(of, '1', noise(3000));
    expect(read).toEqual(['a 1', 'b 1', 'c 1', 'd 1', 'b 1']);
  });

  it('tries anew after a reading that failed', async () => {
    const { ask } = shelfOf(1000);
    await expect(ask('a', '1', new Error('the database is away'))).rejects.toThrow('away');
    expect(told(await ask('a', '1', { n: 1 }))).toEqual({ n: 1 });
  });
});
