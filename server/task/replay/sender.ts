import { setTimeout as sleep } from 'node:timers/promises';
import { CommandProblem } from '../command-problem.ts';

/** Sends one request until it is answered for good; gives the reply's body. */
export type Sender = <Reply>(method: string, path: string, body: unknown, token?: string) => Promise<Reply>;

export type SenderOptions = {
  url: string;
  /** How long to go on trying while nothing answers. */
  patienceMs: number;
  /** Told of every answered request: path's kind and milliseconds of the try that was answered. */
  observe(path: string, ms: number): void;
};

/**
 * As the page does: a network error, 5xx or 429 is tried again with back-off and jitter (Retry-After is kept to);
 * any other refusal is final and thrown.
 */
export function makeSender({ url, patienceMs, observe }: SenderOptions): Sender {
  return async (method, path, body, token) => {
    const giveUpAt = Date.now() + patienceMs;
    for (let attempt = 0; ; attempt += 1) {
      const startedAt = performance.now();
      const answer = await tryOnce(url, method, path, body, token);
      if (answer.kind === 'done') {
        observe(path, performance.now() - startedAt);
        return answer.body as never;
      }
      const late = Date.now() > giveUpAt;
      if (answer.kind === 'silent') {
        if (late) throw new CommandProblem(nobodyAt(url));
      } else if (late || answer.kind === 'refused') {
        throw new CommandProblem(`${method} ${path}: ${answer.why}`);
      }
      await sleep(Math.min(3000, 50 * 2 ** Math.min(6, attempt)) * (0.5 + Math.random()));
    }
  };
}

export const nobodyAt = (url: string): string =>
  `Nothing answers at ${url}: start the service («npm start»), or name another with --url. Run this again then; nothing is sent twice.`;

type Attempt = { kind: 'done'; body: unknown } | { kind: 'refused' | 'again'; why: string } | { kind: 'silent' };

async function tryOnce(url: string, method: string, path: string, body: unknown, token?: string): Promise<Attempt> {
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (response.ok) return { kind: 'done', body: text === '' ? null : JSON.parse(text) };
    const again = response.status >= 500 || response.status === 429;
    return { kind: again ? 'again' : 'refused', why: `${response.status} ${text.slice(0, 300)}` };
  } catch {
    return { kind: 'silent' };
  }
}
