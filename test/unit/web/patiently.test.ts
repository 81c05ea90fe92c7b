import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../web/offline/failure.ts';
import { patiently } from '../../../web/offline/patiently.ts';

const refused = (status: number) =>
  new ApiFailure({ type: 'about:blank', slug: 'overloaded', title: '', status, requestId: '' });

/** Refuses so many times, then lets in; counts how often it was asked and how long was waited. */
function door(status: number, refusals: number) {
  const told = { asked: 0, waited: [] as number[] };
  const ask = async () => {
    told.asked += 1;
    if (told.asked <= refusals) throw refused(status);
    return 'in';
  };
  const wait = async (ms: number) => void told.waited.push(ms);
  return { told, come: () => patiently(ask, wait) };
}

describe('patience', () => {
  it('asks a busy service again, later each time, and is let in', async () => {
    const { told, come } = door(503, 3);
    expect(await come()).toBe('in');
    expect(told.asked).toBe(4);
    expect(told.waited.every((ms) => ms >= 250)).toBe(true);
  });

  it('ends, and is not for a refusal', async () => {
    const busy = door(503, 9);
    await expect(busy.come()).rejects.toMatchObject({ status: 503 });
    expect(busy.told.asked).toBe(4);
    const unknown = door(401, 1);
    await expect(unknown.come()).rejects.toMatchObject({ status: 401 });
    expect(unknown.told).toEqual({ asked: 1, waited: [] });
  });
});
