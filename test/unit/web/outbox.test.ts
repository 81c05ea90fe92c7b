import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerStore } from '../../../web/offline/answer-store.ts';
import { ApiFailure } from '../../../web/offline/failure.ts';
import { memoryTables } from '../../../web/offline/memory-tables.ts';
import { createOutbox, type Outbox } from '../../../web/offline/outbox.ts';
import { recordingServer, type Trouble } from './recording-server.ts';

const sitting = 'a1';
const given = (item: string, value: number) => ({ item, value, atMs: 0, language: 'kk' }) as const;

type Store = Awaited<ReturnType<typeof openStore>>;

async function openStore(id = sitting) {
  const store = createAnswerStore(memoryTables());
  await store.open(id, 'upload-token', 0);
  return store;
}

describe('the outbox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('brings every answer to the server exactly once, whatever the line does', async () => {
    const trouble = fc.constantFrom<Trouble>('none', 'lost', 'lost-reply', 'busy');
    const steps = fc.array(fc.record({ value: fc.integer({ min: 1, max: 5 }), item: fc.nat(9), flush: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.array(trouble, { maxLength: 30 }), async (answers, troubles) => {
        const store = await openStore();
        const server = recordingServer(troubles);
        const outbox = createOutbox({ store, uplink: server.uplink, random: () => 0.5 });
        for (const { item, value, flush } of answers) {
          await store.record(sitting, given(`E${item}`, value));
          if (flush) await outbox.flush();
        }
        await store.askSubmission(sitting);
        for (let tries = 0; tries < 40 && !(await outbox.flush()); tries += 1) await vi.advanceTimersByTimeAsync(1);
        outbox.stop();
        expect(server.stored.map(({ seq }) => seq).sort((one, other) => one - other)).toEqual(
          answers.map((_, index) => index + 1),
        );
        expect(server.refusals).toEqual([]);
        expect(server.submission()).not.toBeNull();
        expect(await store.unsent(sitting)).toEqual({ waiting: 0, refused: 0 });
      }),
      { numRuns: 150 },
    );
  });

  /** Tries once, and does something at the end of one step of the store: what the try has read is old by then. */
  async function tryWith(moment: number, something: (store: Store, outbox: Outbox) => Promise<void>) {
    const store = await openStore();
    const server = recordingServer();
    let steps = Number.NEGATIVE_INFINITY;
    const watched = new Proxy(store, {
      get: (target, name, receiver) => {
        const own = Reflect.get(target, name, receiver);
        if (typeof own !== 'function') return own;
        return async (...given: unknown[]) => {
          const result = await Reflect.apply(own, target, given);
          steps += 1;
          if (steps === moment) await something(store, outbox);
          return result;
        };
      },
    });
    const outbox = createOutbox({ store: watched, uplink: server.uplink });
    await store.record(sitting, given('E1', 4));
    await outbox.setWatched(sitting);
    steps = 0;
    await outbox.flush();
    const took = steps;
    await vi.advanceTimersByTimeAsync(3000);
    return { server, outbox, took };
  }

  it('hands in at whatever moment of a try it is asked to', async () => {
    const { took } = await tryWith(0, async () => undefined);
    expect(took).toBeGreaterThan(8);
    for (let moment = 1; moment <= took; moment += 1) {
      const { server, outbox } = await tryWith(moment, async (store, own) => {
        await store.askSubmission(sitting);
        void own.flush();
      });
      expect(server.submission(), `asked at step ${moment}`).not.toBeNull();
      expect(outbox.state()).toMatchObject({ waiting: 0, submission: 'confirmed' });
    }
  });

  it('sends an answer by itself that is given at whatever moment of a try', async () => {
    const { took } = await tryWith(0, async () => undefined);
    for (let moment = 1; moment <= took; moment += 1) {
      const { server, outbox } = await tryWith(moment, async (store, own) => {
        await store.record(sitting, given('E2', 3));
        void own.wake();
      });
      expect(server.stored, `given at step ${moment}`).toHaveLength(2);
      expect(outbox.state()).toMatchObject({ waiting: 0, line: 'clear' });
    }
  });

  it('tries again by itself, later and later', async () => {
    const store = await openStore();
    const server = recordingServer(['lost', 'lost', 'busy']);
    const outbox = createOutbox({ store, uplink: server.uplink, random: () => 1 });
    await outbox.setWatched(sitting);
    await store.record(sitting, given('E1', 4));
    await outbox.wake();
    expect(outbox.state()).toMatchObject({ waiting: 1, line: 'sending' });
    await vi.advanceTimersByTimeAsync(1250);
    expect(server.requests()).toBe(1);
    expect(outbox.state()).toMatchObject({ waiting: 1, line: 'offline' });
    await vi.advanceTimersByTimeAsync(900);
    expect(server.requests()).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.requests()).toBe(2);
    await vi.advanceTimersByTimeAsync(2100);
    expect(server.requests()).toBe(3);
    await vi.advanceTimersByTimeAsync(4100);
    expect(server.stored).toHaveLength(1);
    expect(outbox.state()).toMatchObject({ waiting: 0, line: 'clear' });
  });

  it('lets answers given together travel together', async () => {
    const store = await openStore();
    const server = recordingServer();
    const outbox = createOutbox({ store, uplink: server.uplink });
    for (let item = 1; item <= 5; item += 1) {
      await store.record(sitting, given(`E${item}`, 3));
      await outbox.wake();
    }
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.requests()).toBe(1);
    expect(server.stored).toHaveLength(5);
  });

  it('sets a batch the server will never take aside, and goes on', async () => {
    const store = await openStore();
    const server = recordingServer();
    const refusing = { ...server.uplink };
    let isFirst = true;
    refusing.sendBatch = async (record, batch) => {
      if (!isFirst) return server.uplink.sendBatch(record, batch);
      isFirst = false;
      throw new ApiFailure({ type: 'about:blank', slug: 'input-invalid', title: '', status: 422, requestId: '' });
    };
    const outbox = createOutbox({ store, uplink: refusing });
    await outbox.setWatched(sitting);
    await store.record(sitting, given('E1', 4));
    await outbox.flush();
    await store.record(sitting, given('E2', 4));
    await outbox.flush();
    expect(server.stored.map(({ item }) => item)).toEqual(['E2']);
    expect(outbox.state()).toMatchObject({ waiting: 0, refused: 1 });
    expect(await store.answers(sitting)).toContainEqual(expect.objectContaining({ item: 'E1' }));
  });

  it('keeps a batch in line while the credential is not accepted, and sends the same bytes with the next one', async () => {
    const store = await openStore();
    const sent: string[] = [];
    const outbox = createOutbox({
      store,
      uplink: {
        sendStart: async () => undefined,
        sendBatch: async ({ uploadToken }, { bytes }) => {
          sent.push(`${uploadToken} ${bytes}`);
          if (uploadToken === 'upload-token') {
            throw new ApiFailure({ type: 'about:blank', slug: 'session-ended', title: '', status: 401, requestId: '' });
          }
        },
        sendSubmission: async () => undefined,
      },
    });
    await store.record(sitting, given('E1', 2));
    expect(await outbox.flush()).toBe(false);
    await store.open(sitting, 'new-token', 0);
    expect(await outbox.flush()).toBe(true);
    outbox.stop();
    expect(sent[1]?.replace('new-token', '')).toBe(sent[0]?.replace('upload-token', ''));
  });

  it('gives the server everything again when it has lost what it once confirmed', async () => {
    const store = await openStore();
    const server = recordingServer();
    const outbox = createOutbox({ store, uplink: server.uplink, random: () => 0 });
    await store.record(sitting, given('E1', 2));
    await store.record(sitting, given('E2', 5));
    await outbox.flush();
    server.forget();
    await store.askSubmission(sitting);
    expect(await outbox.flush()).toBe(false);
    expect(await outbox.flush()).toBe(true);
    expect(server.stored.map(({ item, seq }) => [item, seq])).toEqual([
      ['E1', 1],
      ['E2', 2],
    ]);
    expect(server.submission()).not.toBeNull();
  });

  it('does not let one sitting’s trouble hold up another', async () => {
    const store = await openStore();
    await store.open('b2', 'other-token', 0);
    const arrived: string[] = [];
    const outbox = createOutbox({
      store,
      uplink: {
        sendStart: async () => undefined,
        sendBatch: async ({ sitting: from }) => {
          if (from === sitting)
            throw new ApiFailure({ type: 'about:blank', slug: 'not-found', title: '', status: 404, requestId: '' });
          arrived.push(from);
        },
        sendSubmission: async () => undefined,
      },
    });
    await store.record(sitting, given('E1', 2));
    await store.record('b2', given('E1', 2));
    await outbox.flush();
    outbox.stop();
    expect(arrived).toEqual(['b2']);
    expect(await store.unsent(sitting)).toEqual({ waiting: 1, refused: 0 });
  });
});
