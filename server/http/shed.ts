import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Gives back the place of a request that stays open on purpose (a stream of events); harmless if it has none. */
const slots = new WeakMap<ServerResponse, () => void>();
export const releaseSlot = (response: ServerResponse): void => slots.get(response)?.();

export type Shedder = { listener: RequestListener; inFlight(): number; shed(): number };

/**
 * Turns requests away before Express sees them once `most` are in flight (inside Express it costs more than it saves:
 * measured). The connection stays open, the body is drained, Retry-After has jitter so that a class does not come back at once.
 * Health and metrics pass always.
 */
export function shedder(next: RequestListener, most: number, random: () => number): Shedder {
  let inFlight = 0;
  let shed = 0;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (inFlight >= most && !isVital(request.url)) {
      shed += 1;
      refuse(request, response, 1 + Math.floor(random() * 4));
      return;
    }
    inFlight += 1;
    let held = true;
    const release = (): void => {
      if (held) inFlight -= 1;
      held = false;
    };
    slots.set(response, release);
    response.once('close', release);
    next(request, response);
  };
  return { listener, inFlight: () => inFlight, shed: () => shed };
}

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
