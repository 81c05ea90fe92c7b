import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from '../../../server/container.ts';
import { demoStaff } from '../../../server/task/demo/staff.ts';
import { openWire } from '../ingest/wire.ts';

/** Somebody who may read every report. */
export async function operatorToken(stores: Container): Promise<string> {
  const account = demoStaff.find(({ role }) => role === 'operator');
  if (account === undefined) throw new RangeError('no operator');
  const { _id: id, role, schools, region, organisation } = account;
  const { family } = await stores.staffSessions.start(id, new Date());
  const who = { kind: 'staff' as const, id, role, schools, region, organisation, family };
  return stores.tokens.forStaff(who, new Date(Date.now() + 3_600_000));
}

/** A reply as a page has it: read to its end, and unpacked. */
export type Seen = { status: number; tag: string; packedBytes: number };
export type Get = (path: string, known?: string) => Promise<Seen>;

export function getter(url: string, bearer: string): Get {
  return async (path, known) => {
    const headers = { authorization: `Bearer ${bearer}`, ...(known === undefined ? {} : { 'if-none-match': known }) };
    const reply = await fetch(`${url}${path}`, { headers });
    await reply.arrayBuffer();
    if (reply.status !== 200 && reply.status !== 304) throw new Error(`${path}: ${reply.status}`);
    return {
      status: reply.status,
      tag: reply.headers.get('etag') ?? '',
      packedBytes: Number(reply.headers.get('content-length') ?? 0),
    };
  };
}

export type Reading = { connections: number; thinkMs: number; paths: readonly string[] };

/**
 * Readers who ask for one report after the other until they are stopped, whole each time, as somebody does who has seen none of
 * them. They unpack nothing: a reader's computer is another one. Gives how many replies of which status came.
 */
export function readSteadily(url: string, bearer: string, { connections, thinkMs, paths }: Reading) {
  const host = new URL(url).host;
  let isOver = false;
  const counts = new Map<number, number>();
  const requests = paths.map(
    (path) =>
      `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${bearer}\r\naccept-encoding: gzip\r\n\r\n`,
  );
  const wires = Array.from({ length: connections }, () => openWire(url));
  const readers = wires.map(async (wire, start) => {
    for (let at = start; !isOver; at += 1) {
      const { status, retryAfterS } = await wire.send(requests[at % requests.length] ?? '');
      counts.set(status, (counts.get(status) ?? 0) + 1);
      const pauseMs = status === 503 ? retryAfterS * 1000 : thinkMs;
      for (let waited = 0; waited < pauseMs && !isOver; waited += 20) await sleep(20);
    }
  });
  return {
    end: async (): Promise<ReadonlyMap<number, number>> => {
      isOver = true;
      await Promise.all(readers);
      for (const wire of wires) wire.close();
      return counts;
    },
  };
}
