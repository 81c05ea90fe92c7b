import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export type Target = { url: string; sittings: readonly { id: string; token: string }[]; items: readonly string[] };

export type Measured = {
  ok: number;
  shed: number;
  failed: number;
  seconds: number;
  p50: number;
  p99: number;
  shedP99: number;
};

const batchSize = 10;

/** Makes the next batch of a sitting; sequence numbers grow, as on a device. */
function batchOf(items: readonly string[], from: number): string {
  const answers = Array.from({ length: batchSize }, (_, index) => ({
    item: items[(from + index) % items.length],
    value: 1 + ((from + index) % 5),
    seq: from + index + 1,
    atMs: 6000 * (from + index),
    language: 'kk',
  }));
  return JSON.stringify({ answers });
}

type Counts = { ok: number[]; shed: number[]; failed: number };

function send(
  agent: Agent,
  url: string,
  sitting: { id: string; token: string },
  body: string,
  counts: Counts,
): Promise<void> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const outgoing = request(
      `${url}/api/sittings/${sitting.id}/batches/${randomUUID()}`,
      {
        method: 'PUT',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${sitting.token}`,
        },
      },
      (incoming) => {
        incoming.resume();
        incoming.once('end', () => {
          const ms = performance.now() - startedAt;
          if (incoming.statusCode === 200) counts.ok.push(ms);
          else if (incoming.statusCode === 503) counts.shed.push(ms);
          else counts.failed += 1;
          resolve();
        });
      },
    );
    outgoing.once('error', () => {
      counts.failed += 1;
      resolve();
    });
    outgoing.end(body);
  });
}

/** So many connections, each sending its next batch when the last is answered. */
export async function closedLoop(target: Target, connections: number, seconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const counts: Counts = { ok: [], shed: [], failed: 0 };
  const until = performance.now() + seconds * 1000;
  const worker = async (index: number): Promise<void> => {
    const sitting = target.sittings[index % target.sittings.length];
    if (sitting === undefined) return;
    for (let from = nextSeq(target, index); performance.now() < until; from = nextSeq(target, index)) {
      await send(agent, target.url, sitting, batchOf(target.items, from), counts);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, (_, index) => worker(index)));
  agent.destroy();
  return measured(counts, (performance.now() - startedAt) / 1000);
}

/** So many requests a second whatever comes back: what happens when a country starts at once. */
export async function openLoop(target: Target, perSecond: number, seconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const counts: Counts = { ok: [], shed: [], failed: 0 };
  const sent: Promise<void>[] = [];
  const startedAt = performance.now();
  const total = perSecond * seconds;
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
    for (; index < due; index += 1) {
      const at = index % target.sittings.length;
      const sitting = target.sittings[at];
      if (sitting !== undefined)
        sent.push(send(agent, target.url, sitting, batchOf(target.items, nextSeq(target, at)), counts));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(sent);
  agent.destroy();
  return measured(counts, (performance.now() - startedAt) / 1000);
}

const sequences = new WeakMap<Target, number[]>();

function nextSeq(target: Target, sitting: number): number {
  const all = sequences.get(target) ?? [];
  sequences.set(target, all);
  const from = all[sitting % target.sittings.length] ?? 0;
  all[sitting % target.sittings.length] = from + batchSize;
  return from;
}

function measured({ ok, shed, failed }: Counts, seconds: number): Measured {
  return {
    ok: ok.length,
    shed: shed.length,
    failed,
    seconds,
    p50: percentile(ok, 0.5),
    p99: percentile(ok, 0.99),
    shedP99: percentile(shed, 0.99),
  };
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
