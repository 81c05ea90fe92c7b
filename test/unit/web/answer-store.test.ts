import { describe, expect, it } from 'vitest';
import { createAnswerStore } from '../../../web/offline/answer-store.ts';
import { memoryTables } from '../../../web/offline/memory-tables.ts';
import { newestOf } from '../../../web/student/sitting/newest-answers.ts';

const given = (item: string, value: number) => ({ item, value, atMs: 10, language: 'ru' }) as const;

describe('answers on the device', () => {
  it('are numbered one after another, past what the server has seen', async () => {
    const store = createAnswerStore(memoryTables());
    await store.open('s', 't', 7);
    expect((await store.record('s', given('E1', 1))).seq).toBe(8);
    const together = await Promise.all([store.record('s', given('E2', 2)), store.record('s', given('E3', 3))]);
    expect(together.map(({ seq }) => seq)).toEqual([9, 10]);
    await store.open('s', 't', 3);
    expect((await store.record('s', given('E1', 5))).seq).toBe(11);
  });

  it('are frozen once: a batch is the same however often it is asked for', async () => {
    const store = createAnswerStore(memoryTables());
    await store.open('s', 't', 0);
    await store.record('s', given('E1', 1));
    const first = await store.nextBatch('s');
    await store.record('s', given('E1', 5));
    expect(await store.nextBatch('s')).toEqual(first);
    if (first !== null) await store.confirm(first);
    expect((await store.nextBatch('s'))?.bytes).toBe(
      '{"answers":[{"item":"E1","value":5,"seq":2,"atMs":10,"language":"ru"}]}',
    );
  });

  it('never fill a batch beyond the contract', async () => {
    const store = createAnswerStore(memoryTables());
    await store.open('s', 't', 0);
    for (let index = 0; index < 260; index += 1) await store.record('s', given(`i${index}`, 1));
    const first = await store.nextBatch('s');
    expect(first?.count).toBe(250);
    const { answers }: { answers: { seq: number }[] } = JSON.parse(first?.bytes ?? '{}');
    expect(answers.map(({ seq }) => seq)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    if (first !== null) await store.confirm(first);
    expect((await store.nextBatch('s'))?.count).toBe(10);
  });

  it('are gone after leaving, once the server has them', async () => {
    const store = createAnswerStore(memoryTables());
    await store.open('s', 't', 0);
    await store.record('s', given('E1', 1));
    const batch = await store.nextBatch('s');
    if (batch !== null) await store.confirm(batch);
    expect(await store.leave('s')).toBe(true);
    expect(await store.answers('s')).toEqual([]);
    expect(await store.sittings()).toEqual([]);
  });

  it('stay only as long as they are unsent, and come back to their own pupil', async () => {
    const store = createAnswerStore(memoryTables());
    await store.open('s', 't', 0);
    await store.record('s', given('E1', 1));
    const batch = await store.nextBatch('s');
    if (batch !== null) await store.confirm(batch);
    await store.record('s', given('E2', 2));
    expect(await store.leave('s')).toBe(false);
    expect((await store.answers('s')).map(({ item }) => item)).toEqual(['E2']);
    expect(await store.unsent()).toEqual({ waiting: 1, refused: 0 });
    await store.open('s', 'token of the next sign-in', 1);
    expect(await store.find('s')).toMatchObject({ isLeft: false, lastSeq: 2 });
  });

  it('take one submission however often it is asked for', async () => {
    const store = createAnswerStore(memoryTables());
    await store.open('s', 't', 0);
    await Promise.all([store.askSubmission('s'), store.askSubmission('s')]);
    const first = (await store.find('s'))?.submission;
    await store.askSubmission('s');
    expect((await store.find('s'))?.submission).toEqual(first);
  });

  it('of a sitting that is not open here are refused', async () => {
    const store = createAnswerStore(memoryTables());
    await expect(store.record('s', given('E1', 1))).rejects.toThrow('not open on this device');
  });
});

describe('the newest answers', () => {
  const answer = (item: string, value: number | null, seq: number) =>
    ({ item, value, seq, atMs: 0, language: 'kk' }) as const;

  it('are the ones with the highest number, in whatever order they come', () => {
    const all = [answer('E1', 5, 9), answer('E1', 1, 2), answer('E2', 3, 4), answer('E2', null, 6)];
    const items = (list: typeof all) => [...newestOf(list)].map(([item, { value }]) => [item, value]);
    expect(items(all)).toEqual([['E1', 5]]);
    expect(items([...all].reverse())).toEqual([['E1', 5]]);
  });
});
