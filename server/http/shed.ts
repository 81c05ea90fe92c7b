import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isReport, reportLine } from './report-line.ts';

/** Gives back the place of a request that stays open on purpose (a stream of events); harmless if it has none. */
const slots = new WeakMap<ServerResponse, () => void>();
export const releaseSlot = (response: ServerResponse): void => slots.get(response)?.();

export type Shedder = { listener: RequestListener; inFlight(): number; shed(): number };

/**
 * Turns requests away before Express sees them once `most` are in flight (inside Express it costs more than it saves:
 * measured). The connection stays open, the body is drained, Retry-After has jitter so that a class does not come back at once.
 * Pages and their parts cost no database and no browser asks for them again: they have places of their own, many more, so that a
 * class that opens the page at once gets all of it. Reports have a few places of their own and wait for them (`reportLine`): no
 * answer is ever turned away for a report. Health and metrics pass always.
 */
export function shedder(next: RequestListener, most: number, random: () => number): Shedder {
  const calls = { most, inFlight: 0 };
  const parts = { most: most * partsPerCall, inFlight: 0 };
  let shed = 0;
  const turnAway = (request: IncomingMessage, response: ServerResponse): void => {
    shed += 1;
    refuse(request, response, 1 + Math.floor(random() * 4));
  };
  const reports = reportLine(next, () => calls.inFlight * 2 > most, turnAway);
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (isReport(request.url)) {
      reports.take(request, response);
      return;
    }
    const places = request.url?.startsWith('/api') ? calls : parts;
    if (places.inFlight >= places.most && !isVital(request.url)) {
      turnAway(request, response);
      return;
    }
    places.inFlight += 1;
    let held = true;
    const release = (): void => {
      if (held) places.inFlight -= 1;
      held = false;
    };
    slots.set(response, release);
    response.once('close', release);
    next(request, response);
  };
  return { listener, inFlight: () => calls.inFlight + parts.inFlight + reports.inFlight(), shed: () => shed };
}

/** A page is a dozen files, each read in no time. */
const partsPerCall = 8;

const vital = new Set(['/healthz', '/readyz', '/metrics']);
const isVital = (url: string | undefined): boolean => vital.has(url ?? '');

function refuse(request: IncomingMessage, response: ServerResponse, retryAfterS: number): void {
  request.resume();
  const { headers, body } = refusals[retryAfterS - 1] ?? refusal(retryAfterS);
  response.writeHead(503, headers);
  response.end(body);
}

function refusal(retryAfterS: number): { headers: Record<string, string>; body: string } {
  const problem = { type: '/api#problem-too-busy', slug: 'too-busy', title: 'Too busy', status: 503, requestId: '' };
  const body = JSON.stringify({ ...problem, retryAfterS });
  const headers = {
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(body)),
    'Retry-After': String(retryAfterS),
    'Cache-Control': 'no-store',
  };
  return { headers, body };
}

/** Made once: whoever is too many should cost next to nothing. */
const refusals = [1, 2, 3, 4].map(refusal);
