import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { shedder } from '../../../server/http/shed.ts';

/** A shedder before something that never answers; `ask` gives the status it refuses with, or null where it lets in. */
function crowded(most: number) {
  const { listener, inFlight, shed } = shedder(
    () => undefined,
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
    return { status, leave: () => response.emit('close') };
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
