import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { shedder } from '../../../server/http/shed.ts';

/** A shedder before something that never answers; `ask` gives the status it refuses with, or null where it lets in. */
function crowded(most: number) {
  const asked: IncomingMessage[] = [];
  const { listener, inFlight, shed } = shedder(
    (request) => void asked.push(request),
    most,
    () => 0,
  );
  const ask = (url: string) => {
    let status: number | null = null;
    const response = Object.assign(new EventEmitter(), {
      writeHead: (code: number) => {
        status = code;
      },
      end: () => undefined,
    });
    const request = { url, resume: () => undefined };
    listener(request as unknown as IncomingMessage, response as unknown as ServerResponse);
    return {
      status,
      later: () => status,
      isIn: () => asked.includes(request as unknown as IncomingMessage),
      leave: () => response.emit('close'),
    };
  };
  return { ask, inFlight, shed };
}

describe('places', () => {
  it('are few for calls, and given back', () => {
    const { ask, shed } = crowded(2);
    const [first] = [ask('/api/me'), ask('/api/me')];
    expect(ask('/api/me').status).toBe(503);
    first.leave();
    first.leave();
    expect(ask('/api/me').status).toBeNull();
    expect(ask('/api/me').status).toBe(503);
    expect(shed()).toBe(2);
  });

  it('are many for pages, which no call takes, and those end too', () => {
    const { ask, inFlight } = crowded(2);
    for (let call = 0; call < 5; call += 1) ask('/api/me');
    const pages = Array.from({ length: 16 }, () => ask('/assets/main.js').status);
    expect(pages.every((status) => status === null)).toBe(true);
    expect(ask('/').status).toBe(503);
    expect(ask('/readyz').status).toBeNull();
    expect(inFlight()).toBe(19);
  });
});

describe('reports', () => {
  afterEach(() => void vi.useRealTimers());
  const paths = ['/api/country/report', '/api/campaigns/c-1/report.pdf?language=kk', '/api/campaigns/c-1/comparison'];
  const path = (index: number): string => paths[index % paths.length] ?? '';

  it('take no place of an answer, and wait in line for the few that they have', () => {
    const { ask, shed } = crowded(64);
    const readers = Array.from({ length: 6 }, (_, index) => ask(path(index)));
    expect(readers.map(({ isIn }) => isIn())).toEqual([true, true, true, true, false, false]);
    const answers = Array.from({ length: 64 }, () => ask('/api/sittings/a/batches/b'));
    expect(answers.every(({ isIn }) => isIn())).toBe(true);
    for (const answer of answers) answer.leave();
    readers[1]?.leave();
    expect(readers.map(({ isIn }) => isIn())).toEqual([true, true, true, true, true, false]);
    // Whoever hung up while waiting is not answered, and lets the next one in.
    readers[5]?.leave();
    const last = ask(path(0));
    readers[0]?.leave();
    expect([readers[5]?.isIn(), last.isIn(), shed()]).toEqual([false, true, 0]);
  });

  it('come one after the other while the service is busy with answers', () => {
    const { ask } = crowded(64);
    const answers = Array.from({ length: 33 }, () => ask('/api/sittings/a/batches/b'));
    const readers = [ask(path(0)), ask(path(1)), ask(path(2))];
    expect(readers.map(({ isIn }) => isIn())).toEqual([true, false, false]);
    answers[0]?.leave();
    readers[0]?.leave();
    expect(readers.map(({ isIn }) => isIn())).toEqual([true, true, true]);
  });

  it('are turned away where too many wait, or too long', () => {
    vi.useFakeTimers();
    const { ask, shed } = crowded(64);
    const readers = Array.from({ length: 36 }, (_, index) => ask(path(index)));
    expect(ask(path(0)).status).toBe(503);
    vi.advanceTimersByTime(10_000);
    expect(readers.filter(({ later }) => later() === 503)).toHaveLength(32);
    expect(shed()).toBe(33);
    // Other things of a campaign are not in this line.
    expect(ask('/api/campaigns/c-1/norms').isIn()).toBe(true);
  });
});
