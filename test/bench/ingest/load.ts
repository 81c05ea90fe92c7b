import { setTimeout as sleep } from 'node:timers/promises';
import type { Desks } from './desks.ts';
import { openWire, type Wire } from './wire.ts';

export type Target = { url: string; desks: Desks };

export type Measured = {
  ok: number;
  shed: number;
  failed: number;
  seconds: number;
  p50: number;
  p99: number;
  shedP99: number;
};

type Counts = { ok: number[]; shed: number[]; failed: number };

/** Gives how long the service asks to wait, 0 where it does not. */
async function sendOne(wire: Wire, desks: Desks, counts: Counts, startedAt: number): Promise<number> {
  const sending = desks.take();
  const { status, retryAfterS } = await wire.send(sending.request);
  const ms = performance.now() - startedAt;
  if (status === 200) counts.ok.push(ms);
  else if (status === 503) counts.shed.push(ms);
  else counts.failed += 1;
  desks.giveBack(sending, status);
  return retryAfterS * 1000;
}

/** So many connections, each sending the next batch when the last is answered; who is told to wait waits, as a page does. */
export async function closedLoop({ url, desks }: Target, connections: number, seconds: number): Promise<Measured> {
  const counts: Counts = { ok: [], shed: [], failed: 0 };
  const wires = Array.from({ length: connections }, () => openWire(url));
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const worker = async (wire: Wire): Promise<void> => {
    while (performance.now() < until) {
      const waitMs = await sendOne(wire, desks, counts, performance.now());
      if (waitMs > 0) await sleep(Math.min(waitMs, until - performance.now()));
    }
  };
  await Promise.all(wires.map(worker));
  for (const wire of wires) wire.close();
  return measured(counts, (performance.now() - startedAt) / 1000);
}

/**
 * So many requests a second whatever comes back: what happens when a country starts at once. Counted from the moment a request
 * was due, also where no connection was free for it.
 */
export async function openLoop({ url, desks }: Target, perSecond: number, seconds: number): Promise<Measured> {
  const counts: Counts = { ok: [], shed: [], failed: 0 };
  const idle = Array.from({ length: 512 }, () => openWire(url));
  const wires = [...idle];
  const waiting: number[] = [];
  const sent: Promise<void>[] = [];
  const startedAt = performance.now();
  const send = async (wire: Wire, dueAt: number): Promise<void> => {
    await sendOne(wire, desks, counts, dueAt);
    const next = waiting.shift();
    if (next === undefined) idle.push(wire);
    else await send(wire, next);
  };
  const total = perSecond * seconds;
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
    for (; index < due; index += 1) {
      const dueAt = startedAt + (index / perSecond) * 1000;
      const wire = idle.pop();
      if (wire === undefined) waiting.push(dueAt);
      else sent.push(send(wire, dueAt));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sent);
  for (const wire of wires) wire.close();
  return measured(counts, (performance.now() - startedAt) / 1000);
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
