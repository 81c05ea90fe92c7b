import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../server/contract/sitting.schema.ts';
import { batchDigest, newestByItem } from '../../server/domain/batch.ts';
import type { BatchOutcome, BatchWrite } from '../../server/store/answer-writer.ts';
import type { SittingDocument } from '../../server/store/sitting-document.ts';
import { startService, type TestService } from './harness.ts';

const items = ['E1', 'E2', 'A1', 'N1'];

/** What a device gives out: answers numbered 1, 2, 3 …, cut into batches. */
const given = fc
  .array(
    fc.record({ item: fc.constantFrom(...items), value: fc.option(fc.integer({ min: 1, max: 5 })), cut: fc.boolean() }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) => {
    const batches: Answer[][] = [[]];
    list.forEach(({ item, value, cut }, index) => {
      batches.at(-1)?.push({ item, value, seq: index + 1, atMs: index * 10, language: 'kk' });
      if (cut) batches.push([]);
    });
    return batches.filter((batch) => batch.length > 0);
  });
/** How they arrive: each at least once, in any order, some again, a few at the same time. */
const arrival = fc.record({
  again: fc.array(fc.nat(20), { maxLength: 5 }),
  order: fc.infiniteStream(fc.nat(1_000_000)),
  together: fc.integer({ min: 1, max: 6 }),
});

describe('a sitting', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService({ demo: false });
  });
  afterAll(() => service.close());

  const open = async (): Promise<SittingDocument> => {
    const fresh: SittingDocument = {
      _id: randomUUID(),
      pid: randomUUID(),
      campaign: 'c',
      school: 's',
      district: 'd',
      region: 'r',
      instrument: 'personality-ipip50',
      instrumentVersion: '1.0.0',
      language: 'kk',
      seed: 1,
      state: 'open',
      openedAt: new Date(),
      submittedAt: null,
      submission: null,
      lastSeq: 0,
      answers: {},
      batches: {},
      origin: 'person',
    };
    await service.stores.sittings.open(fresh);
    return fresh;
  };
  const write = (
    { _id, pid }: SittingDocument,
    answers: readonly Answer[],
    batch: string = randomUUID(),
  ): BatchWrite => ({
    sitting: _id,
    pid,
    batch,
    answers,
    digest: batchDigest(answers),
    at: new Date(),
  });
  const send = (one: BatchWrite): Promise<BatchOutcome> => service.stores.sittings.record(one);
  const answersOf = async ({ _id }: SittingDocument) => {
    const held = await service.stores.sittings.byId(_id);
    return Object.fromEntries(
      Object.entries(held?.answers ?? {}).map(([item, { value, seq }]) => [item, { value, seq }]),
    );
  };
  const expected = (batches: readonly Answer[][]) =>
    Object.fromEntries([...newestByItem(batches.flat())].map(([item, { value, seq }]) => [item, { value, seq }]));

  it('ends the same however its batches arrive', async () => {
    await fc.assert(
      fc.asyncProperty(given, arrival, async (batches, { again, order, together }) => {
        const sitting = await open();
        const writes = batches.map((answers) => write(sitting, answers));
        const keys = [...order.take(40)];
        const repeated = again.map((at) => writes[at % writes.length]).filter((one) => one !== undefined);
        const queue = [...writes, ...repeated]
          .map((one, at) => [keys[at] ?? 0, one] as const)
          .sort(([a], [b]) => a - b);
        const outcomes: BatchOutcome[] = [];
        while (queue.length > 0)
          outcomes.push(...(await Promise.all(queue.splice(0, together).map(([, one]) => send(one)))));
        expect(outcomes.filter((outcome) => outcome !== 'stored' && outcome !== 'repeated')).toEqual([]);
        expect(await answersOf(sitting)).toEqual(expected(batches));
        const held = await service.stores.sittings.byId(sitting._id);
        expect(held?.lastSeq).toBe(batches.flat().length);
        expect(Object.keys(held?.batches ?? {}).sort()).toEqual(writes.map(({ batch }) => batch).sort());
      }),
      { numRuns: 60, interruptAfterTimeLimit: 30_000 },
    );
  });

  it('takes one of two different batches under one id, tells the other, and mixes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.boolean(), async (atOnce, late) => {
        const sitting = await open();
        if (late) await send(write(sitting, [{ item: 'N1', value: 2, seq: 9, atMs: 0, language: 'kk' }]));
        const [one, other] = [3, 4].map((value) => [{ item: 'E1', value, seq: 1, atMs: 0, language: 'kk' as const }]);
        const batch = randomUUID();
        const both = [write(sitting, one ?? [], batch), write(sitting, other ?? [], batch)];
        const outcomes = atOnce
          ? await Promise.all(both.map(send))
          : [await send(both[0] as BatchWrite), await send(both[1] as BatchWrite)];
        expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(1);
        const kept = both[outcomes.findIndex((outcome) => outcome !== 'conflict')];
        expect((await answersOf(sitting)).E1?.value).toBe(kept?.answers[0]?.value);
        expect(await send(kept as BatchWrite)).toBe('repeated');
      }),
      { numRuns: 20 },
    );
  });

  it('holds many sittings apart when they are written together', async () => {
    const sittings: SittingDocument[] = [];
    while (sittings.length < 40) sittings.push(await open());
    const answer = (value: number, seq: number): Answer => ({ item: 'E1', value, seq, atMs: 0, language: 'kk' });
    await Promise.all(
      sittings.flatMap((sitting, at) =>
        [3, 1, 2].map((seq) => send(write(sitting, [answer(1 + ((at + seq) % 5), seq)]))),
      ),
    );
    for (const [at, sitting] of sittings.entries())
      expect(await answersOf(sitting)).toEqual({ E1: { value: 1 + ((at + 3) % 5), seq: 3 } });
  });

  it('is unknown to anyone but its pupil', async () => {
    const sitting = await open();
    const stranger = { ...sitting, pid: randomUUID() };
    const one = [{ item: 'E1', value: 3, seq: 1, atMs: 0, language: 'kk' as const }];
    expect(await send(write(stranger, one))).toBe('unknown-sitting');
    await send(write(sitting, [{ item: 'A1', value: 3, seq: 5, atMs: 0, language: 'kk' }]));
    expect(await send(write(stranger, one))).toBe('unknown-sitting');
    expect(await answersOf(sitting)).toEqual({ A1: { value: 3, seq: 5 } });
    const submission = { id: sitting._id, pid: stranger.pid, submission: randomUUID(), lastSeq: 0 };
    expect(await service.stores.sittings.submit(submission, new Date())).toBeNull();
  });

  it('is opened once, by whichever of two requests comes first', async () => {
    const first = await open();
    const again = await Promise.all([service.stores.sittings.open(first), service.stores.sittings.open(first)]);
    expect(again.map((held) => held?._id)).toEqual([first._id, first._id]);
    expect(await service.stores.sittings.open({ ...first, _id: randomUUID() })).toBeNull();
  });
});
